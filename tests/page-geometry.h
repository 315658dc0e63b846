/* page-geometry.h: what is drawn as a PDF, and where Poppler finds its words
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-pages.h"
#include <glib/gstdio.h>
#include <string.h>

#define PAGE_TOLERANCE 0.5

/* (transfer full): @n_pages of @size, drawn by @draw. */
static inline GBytes *
page_pdf (PatalSheetSize size, guint n_pages, PatalPagesDraw draw, gconstpointer what)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (PatalPages) pages = patal_pages_new (size, n_pages, &(PatalPdfInfo) { .title = "t", .lang = PATAL_LANG_HI, .tagged = TRUE },
                                                  draw, (gpointer) what, NULL);
  g_autoptr (GError) error = NULL;

  patal_pages_write_pdf (pages, stream, 0, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_close (stream, NULL, NULL);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

/* What pdftotext prints of the file. */
static inline char *
page_text (GBytes *pdf, const char *option)
{
  g_autofree char *folder = g_dir_make_tmp ("patal-page-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "made.pdf", NULL);
  const char *argv[] = { "pdftotext", option, path, "-", NULL };
  g_autoptr (GError) error = NULL;
  char *answer = NULL;
  int status;

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf), NULL));
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &answer, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  g_unlink (path);
  g_rmdir (folder);
  return answer;
}

typedef struct
{
  double left, top, right, bottom;
} PageBox;

/* Poppler's boxes are as high as the font's highest and deepest letters; digits end at the baseline. */
static inline gboolean
page_is_number (const char *line)
{
  const char *word = strchr (line, '>');
  gsize n = word != NULL ? strspn (word + 1, "0123456789") : 0;

  return n > 0 && word[1 + n] == '<';
}

/* The words' boxes of each page; a page is closed by an empty box. */
static inline GArray *
page_boxes (const char *answer, double *out_width, double *out_height)
{
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (PageBox));
  g_auto (GStrv) lines = g_strsplit (answer, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      PageBox box = { 0 };

      if (sscanf (lines[i], " <page width=\"%lf\" height=\"%lf\"", out_width, out_height) == 2)
        continue;
      if (sscanf (lines[i], " <word xMin=\"%lf\" yMin=\"%lf\" xMax=\"%lf\" yMax=\"%lf\"", &box.left, &box.top, &box.right,
                  &box.bottom) == 4
          || strstr (lines[i], "</page>") != NULL)
        {
          if (page_is_number (lines[i]))
            box.bottom = box.top + (box.bottom - box.top) * 0.75;
          g_array_append_val (boxes, box);
        }
    }
  return boxes;
}

/* Nothing outside @margin (and @foot, the lower one), and no word on another. */
static inline void
page_assert_geometry (GBytes *pdf, double margin, double foot)
{
  g_autofree char *answer = page_text (pdf, "-bbox");
  double width = 0, height = 0;
  g_autoptr (GArray) boxes = page_boxes (answer, &width, &height);
  guint page_start = 0;

  g_assert_cmpuint (boxes->len, >, 1);
  for (guint i = 0; i < boxes->len; i++)
    {
      PageBox *a = &g_array_index (boxes, PageBox, i);

      if (a->right == 0)
        {
          page_start = i + 1;
          continue;
        }
      g_test_message ("word %u: %.1f %.1f %.1f %.1f", i, a->left, a->top, a->right, a->bottom);
      g_assert_cmpfloat (a->left, >, margin - PAGE_TOLERANCE);
      g_assert_cmpfloat (a->right, <, width - margin + PAGE_TOLERANCE);
      g_assert_cmpfloat (a->top, >, margin - 2 * PAGE_TOLERANCE - (a->bottom - a->top) / 3);
      g_assert_cmpfloat (a->bottom, <, height - foot + PAGE_TOLERANCE);
      for (guint j = page_start; j < i; j++)
        {
          const PageBox *b = &g_array_index (boxes, PageBox, j);
          double across = MIN (a->right, b->right) - MAX (a->left, b->left);
          /* the boxes are as high as the font's highest letters: a third may be air */
          double down = MIN (a->bottom, b->bottom) - MAX (a->top, b->top);

          if (across > 0.5 && down > (a->bottom - a->top) / 3)
            g_error ("two words stand on one another: %.1f, %.1f and %.1f, %.1f", a->left, a->top, b->left, b->top);
        }
    }
}
