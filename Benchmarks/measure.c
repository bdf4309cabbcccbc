/* Runs a command once and says what it took: microseconds, CPU microseconds, peak KiB, exit status.
   A program of its own, because a child's peak memory starts at that of the process it was born in:
   measure OUTPUT-FILE COMMAND ARGUMENT... */
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>

extern char **environ;

static long long now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1000000LL + time.tv_nsec / 1000;
}

static long long micros(struct timeval time) { return time.tv_sec * 1000000LL + time.tv_usec; }

int main(int count, char **arguments) {
  if (count < 3) return 2;
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&actions, 1, arguments[1], O_WRONLY | O_CREAT | O_TRUNC, 0644);
  posix_spawn_file_actions_adddup2(&actions, 1, 2);
  pid_t process;
  long long start = now();
  if (posix_spawnp(&process, arguments[2], &actions, NULL, arguments + 2, environ) != 0) return 2;
  int status;
  struct rusage usage;
  if (wait4(process, &status, 0, &usage) < 0) return 2;
  long long end = now();
  printf("%lld %lld %ld %d\n", end - start, micros(usage.ru_utime) + micros(usage.ru_stime),
         usage.ru_maxrss, WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status));
  return 0;
}
