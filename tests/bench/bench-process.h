/* bench-process.h: how long a process takes, how much memory it needs, and what deflating its bytes alone would take
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <libdeflate.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

static inline double
seconds (void)
{
  return (double) g_get_monotonic_time () / G_USEC_PER_SEC;
}

static inline double
cpu_seconds (int who)
{
  struct rusage usage;

  getrusage (who, &usage);
  return (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) + (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

/* Every stream of the file as it was before it was deflated. */
static inline GString *
inflate_all (const char *bytes, gsize size)
{
  struct libdeflate_decompressor *inflater = libdeflate_alloc_decompressor ();
  GString *all = g_string_new (NULL);
  const char *at = bytes;

  while ((at = memmem (at, size - (gsize) (at - bytes), "/Length ", 8)) != NULL)
    {
      gsize length = g_ascii_strtoull (at + 8, NULL, 10), inflated;
      const char *start = memmem (at, size - (gsize) (at - bytes), "stream\n", 7);
      gsize room = length * 40 + 4096;
      g_autofree char *out = g_malloc (room);

      if (start == NULL)
        break;
      if (libdeflate_zlib_decompress (inflater, start + 7, length, out, room, &inflated) == LIBDEFLATE_SUCCESS)
        g_string_append_len (all, out, (gssize) inflated);
      at = start + 7 + length;
    }
  libdeflate_free_decompressor (inflater);
  return all;
}

/* The yardstick: deflating those bytes, a page's worth at a time, and writing them. */
static inline double
deflate_and_write (const GString *bytes, guint n_pages, const char *path)
{
  struct libdeflate_compressor *deflater = libdeflate_alloc_compressor (6);
  gsize chunk = bytes->len / n_pages + 1, bound = libdeflate_zlib_compress_bound (deflater, chunk);
  g_autofree char *out = g_malloc (bound);
  FILE *file = fopen (path, "wb");
  double from = seconds ();

  for (gsize at = 0; at < bytes->len; at += chunk)
    fwrite (out, 1, libdeflate_zlib_compress (deflater, bytes->str + at, MIN (chunk, bytes->len - at), out, bound), file);
  fclose (file);
  libdeflate_free_compressor (deflater);
  return seconds () - from;
}

/* What a process of its own took. It says nothing. */
typedef struct
{
  double seconds, cpu, mib; /* by the clock; of all processors; its largest memory */
} Apart;

static inline Apart
run_apart (const char *const *argv)
{
  double from = seconds ();
  struct rusage usage;
  Apart apart;
  int status;
  pid_t child = fork ();

  if (child == 0)
    {
      int nowhere = open ("/dev/null", O_WRONLY);

      dup2 (nowhere, STDOUT_FILENO);
      dup2 (nowhere, STDERR_FILENO);
      execv (argv[0], (char **) argv);
      _exit (127);
    }
  wait4 (child, &status, 0, &usage);
  apart = (Apart) { seconds () - from, (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
                                       + (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6,
                    (double) usage.ru_maxrss / 1024 };
  if (status != 0)
    g_error ("%s %s ended with %d", argv[0], argv[1], status);
  return apart;
}
#define RUN_APART(...) run_apart ((const char *const[]) { __VA_ARGS__, NULL })

/* Milliseconds, at best. */
static inline double
fastest (const char *const *argv)
{
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < 11; i++)
    best = MIN (best, run_apart (argv).seconds);
  return best * 1000;
}
#define FASTEST(...) fastest ((const char *const[]) { __VA_ARGS__, NULL })

static inline void
remove_folder (const char *folder)
{
  g_autoptr (GDir) files = g_dir_open (folder, 0, NULL);
  const char *name;

  while (files != NULL && (name = g_dir_read_name (files)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}
