/* sheet-file.h: files for the tests of readers, made on the spot
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-sheet.h"
#include <archive.h>
#include <archive_entry.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

/* A folder of its own for each test. */
typedef struct
{
  char *folder, *path; /* path: of the one file in it */
} SheetFile;

/* One member of a ZIP archive. */
typedef struct
{
  const char *name, *content;
  gssize len; /* -1: to the NUL */
} SheetPart;

static inline void
sheet_file_set_up (SheetFile *f, gconstpointer data G_GNUC_UNUSED)
{
  f->folder = g_dir_make_tmp ("patal-sheet-XXXXXX", NULL);
  f->path = g_build_filename (f->folder, "file", NULL);
}

static inline void
sheet_file_tear_down (SheetFile *f, gconstpointer data G_GNUC_UNUSED)
{
  g_unlink (f->path);
  g_rmdir (f->folder);
  g_free (f->path);
  g_free (f->folder);
}

static inline void
sheet_file_write (SheetFile *f, const char *bytes, gssize len)
{
  FILE *file = fopen (f->path, "wb"); /* g_file_set_contents() waits for the disk, thousands of times */
  gsize size = len >= 0 ? (gsize)len : strlen (bytes);

  g_assert_nonnull (file);
  g_assert_cmpuint (fwrite (bytes, 1, size, file), ==, size);
  g_assert_cmpint (fclose (file), ==, 0);
}

static inline void
write_archive (struct archive *archive, SheetFile *f, const SheetPart *parts, guint n_parts,
               guint repeat_last)
{
  g_assert_cmpint (archive_write_open_filename (archive, f->path), ==, ARCHIVE_OK);
  for (guint i = 0; i < n_parts; i++)
    {
      struct archive_entry *entry = archive_entry_new ();
      gsize len = parts[i].len >= 0 ? (gsize)parts[i].len : strlen (parts[i].content);

      archive_entry_set_pathname (entry, parts[i].name);
      archive_entry_set_size (entry, (la_int64_t)len * (i + 1 < n_parts ? 1 : repeat_last));
      archive_entry_set_filetype (entry, AE_IFREG);
      archive_entry_set_perm (entry, 0600);
      g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
      for (guint n = i + 1 < n_parts ? 1 : repeat_last; n > 0; n--)
        g_assert_cmpint (archive_write_data (archive, parts[i].content, len), ==, (gssize)len);
      archive_entry_free (entry);
    }
  g_assert_cmpint (archive_write_close (archive), ==, ARCHIVE_OK);
  archive_write_free (archive);
}

static inline void
sheet_file_gzip (SheetFile *f, const char *bytes, gsize len)
{
  struct archive *archive = archive_write_new ();
  SheetPart part = { "data", bytes, len };

  archive_write_add_filter_gzip (archive);
  archive_write_set_format_raw (archive);
  write_archive (archive, f, &part, 1, 1);
}

/* The content of the last part stands @repeat_last times in it. */
static inline void
sheet_file_zip_repeating (SheetFile *f, const SheetPart *parts, guint n_parts, guint repeat_last)
{
  struct archive *archive = archive_write_new ();

  archive_write_set_format_zip (archive);
  archive_write_set_options (archive, "zip:compression-level=1"); /* of hundreds of megabytes, in one test */
  write_archive (archive, f, parts, n_parts, repeat_last);
}

static inline void
sheet_file_zip (SheetFile *f, const SheetPart *parts, guint n_parts)
{
  sheet_file_zip_repeating (f, parts, n_parts, 1);
}

/* Reads it; "a|b\nc|d\n" of all rows, or "error CODE: message", -1 for a code that is not of our domain.
 * (transfer full) */
static inline char *
sheet_file_read (SheetFile *f, int index)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PatalSheet) sheet = patal_sheet_read (f->path, index, NULL, &error);
  GString *text;

  if (sheet == NULL)
    {
      g_assert_nonnull (error);
      return g_strdup_printf ("error %d: %s", error->domain == PATAL_SHEET_ERROR ? error->code : -1,
                              error->message);
    }
  g_assert_no_error (error);
  text = g_string_new (NULL);
  for (guint row = 0; row < patal_sheet_n_rows (sheet); row++)
    {
      for (guint column = 0; column < patal_sheet_n_columns (sheet); column++)
        g_string_append_printf (text, "%s%s", column > 0 ? "|" : "", patal_sheet_cell (sheet, row, column));
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}
