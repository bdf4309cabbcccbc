/* Opens every YAML file of a project and runs libyaml's own event loop over it: what reading alone
   costs. events PROJECT-FOLDER prints files, bytes and events. */
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <yaml.h>

static long files, bytes, events;

static int parse(const unsigned char *text, size_t size) {
  yaml_parser_t parser;
  yaml_event_t event;
  if (!yaml_parser_initialize(&parser)) return 0;
  yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
  yaml_parser_set_input_string(&parser, text, size);
  for (int done = 0; !done;) {
    if (!yaml_parser_parse(&parser, &event)) return 0;
    done = event.type == YAML_STREAM_END_EVENT;
    events++;
    yaml_event_delete(&event);
  }
  yaml_parser_delete(&parser);
  return 1;
}

static int read_file(const char *path) {
  int descriptor = open(path, O_RDONLY);
  struct stat status;
  if (descriptor < 0 || fstat(descriptor, &status) < 0) return 0;
  unsigned char *text = malloc(status.st_size + 1);
  ssize_t size = read(descriptor, text, status.st_size);
  close(descriptor);
  int good = size == status.st_size && parse(text, size);
  free(text);
  files++;
  bytes += size;
  return good;
}

static int read_folder(const char *root, const char *name) {
  char folder[4096], path[8192];
  snprintf(folder, sizeof folder, "%s/%s", root, name);
  struct dirent **entries;
  int count = scandir(folder, &entries, NULL, alphasort);
  if (count < 0) return 0;
  int good = 1;
  for (int place = 0; place < count; place++) {
    const char *suffix = strrchr(entries[place]->d_name, '.');
    if (suffix && strcmp(suffix, ".yaml") == 0) {
      snprintf(path, sizeof path, "%s/%s", folder, entries[place]->d_name);
      good &= read_file(path);
    }
    free(entries[place]);
  }
  free(entries);
  return good;
}

int main(int count, char **arguments) {
  if (count != 2) return 2;
  int good = read_folder(arguments[1], "mappings");
  good &= read_folder(arguments[1], "schemas/bc");
  good &= read_folder(arguments[1], "schemas/sales");
  printf("%ld files, %ld bytes, %ld events\n", files, bytes, events);
  return good ? 0 : 1;
}
