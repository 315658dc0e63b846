/* board-page.h: a board alone on a page, and what readers of PDF find there
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "board-sample.h"
#include "page-geometry.h"

#define BOARD_PAGE_PT 800.0 /* the longer side of the page */

typedef struct
{
  const PatalBoardLayout *layout;
  PatalBoardSide          side;
  PatalSheetSize          size;
} BoardPage;

static inline double
board_scale (const PatalBoardLayout *layout)
{
  return BOARD_PAGE_PT / MAX (patal_board_layout_width_mm (layout), patal_board_layout_height_mm (layout));
}

static inline BoardPage
board_page (const PatalBoardLayout *layout, PatalBoardSide side)
{
  double scale = board_scale (layout);

  return (BoardPage) { layout, side,
                       { patal_board_layout_width_mm (layout) * scale, patal_board_layout_height_mm (layout) * scale, 0 } };
}

static inline void
board_page_draw (gconstpointer what, PatalCanvas *canvas, G_GNUC_UNUSED guint page)
{
  const BoardPage *board = what;

  patal_board_layout_draw (board->layout, board->side, canvas, &(PatalBox) { 0, 0, board->size.width, board->size.height });
}

/* (transfer full) */
static inline GBytes *
board_pdf (const PatalBoardLayout *layout, PatalBoardSide side, gboolean tagged)
{
  BoardPage board = board_page (layout, side);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (PatalPages) pages = patal_pages_new (board.size, 1, &(PatalPdfInfo) { .title = "t", .lang = PATAL_LANG_HI, .tagged = tagged },
                                                  board_page_draw, &board, NULL);
  g_autoptr (GError) error = NULL;

  patal_pages_write_pdf (pages, stream, 0, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_close (stream, NULL, NULL);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

/* (transfer full): what @argv (with "FILE" for the path) says of @bytes. */
static inline char *
ask_program (GBytes *bytes, const char *suffix, const char *const *argv)
{
  g_autofree char *folder = g_dir_make_tmp ("patal-board-XXXXXX", NULL);
  g_autofree char *name = g_strconcat ("made", suffix, NULL), *path = g_build_filename (folder, name, NULL);
  g_autoptr (GPtrArray) call = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  char *answer = NULL;
  int status;

  for (guint i = 0; argv[i] != NULL; i++)
    g_ptr_array_add (call, g_str_equal (argv[i], "FILE") ? path : (gpointer) argv[i]);
  g_ptr_array_add (call, NULL);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), NULL));
  g_spawn_sync (NULL, (char **) call->pdata, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &answer, NULL, &status,
                &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  g_unlink (path);
  g_rmdir (folder);
  return answer;
}
#define ASK_PROGRAM(bytes, suffix, ...) ask_program (bytes, suffix, (const char *const[]) { __VA_ARGS__, NULL })

/* (transfer full): @text without what stands for the ends of lines and the room between words. */
static inline char *
without_spaces (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)) && *p != '\f')
      g_string_append_len (out, p, g_utf8_next_char (p) - p);
  return g_string_free (out, FALSE);
}

/* A word as Poppler finds it, in millimetres of the board. */
typedef struct
{
  double left, top, right, bottom;
  char  *text;
} BoardWord;

static inline void
board_word_clear (gpointer word)
{
  g_free (((BoardWord *) word)->text);
}

static inline char *
unescape_markup (const char *text, gsize length)
{
  g_autofree char *copy = g_strndup (text, length);
  GString *out = g_string_new (copy);

  g_string_replace (out, "&lt;", "<", 0);
  g_string_replace (out, "&gt;", ">", 0);
  g_string_replace (out, "&quot;", "\"", 0);
  g_string_replace (out, "&apos;", "'", 0);
  g_string_replace (out, "&amp;", "&", 0);
  return g_string_free (out, FALSE);
}

static inline GArray *
board_words (const PatalBoardLayout *layout, GBytes *pdf)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (BoardWord));
  g_autofree char *answer = ASK_PROGRAM (pdf, ".pdf", "pdftotext", "-bbox", "FILE", "-");
  g_auto (GStrv) lines = g_strsplit (answer, "\n", -1);
  double scale = board_scale (layout);

  g_array_set_clear_func (words, board_word_clear);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      BoardWord word = { 0 };
      const char *text = strchr (lines[i], '>'), *end = strstr (lines[i], "</word>");

      if (sscanf (lines[i], " <word xMin=\"%lf\" yMin=\"%lf\" xMax=\"%lf\" yMax=\"%lf\"", &word.left, &word.top, &word.right, &word.bottom) != 4
          || end == NULL)
        continue;
      word.left /= scale;
      word.top /= scale;
      word.right /= scale;
      word.bottom /= scale;
      word.text = unescape_markup (text + 1, (gsize) (end - text - 1));
      g_array_append_val (words, word);
    }
  return words;
}
