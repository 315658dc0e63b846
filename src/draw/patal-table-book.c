/* patal-table-book.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-table-book.h"
#include "patal-table-layout.h"

typedef struct
{
  GPtrArray *tables; /* of PatalTablePages */
  GArray    *firsts; /* of guint: the first page of each */
} Book;

static void
book_free (gpointer data)
{
  Book *book = data;

  g_ptr_array_unref (book->tables);
  g_array_unref (book->firsts);
  g_free (book);
}

/* The last table that begins on @page or before it. */
static guint
table_at (const Book *book, guint page)
{
  guint low = 0, high = book->firsts->len;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (book->firsts, guint, middle) <= page)
        low = middle;
      else
        high = middle;
    }
  return low;
}

static void
draw_page (gconstpointer what, PatalCanvas *canvas, guint page)
{
  const Book *book = what;
  guint table = table_at (book, page);
  const PatalTablePages *pages = g_ptr_array_index (book->tables, table);
  guint own = page - g_array_index (book->firsts, guint, table);

  if (own == 0)
    patal_canvas_bookmark (canvas, 1, 0, patal_table_pages_title (pages));
  patal_table_pages_draw (pages, canvas, own);
}

/* (transfer full): each laid out by itself. */
static GPtrArray *
lay_out (PatalTable *const *tables, guint n, const PatalTableSetup *setup, PatalWords *words,
         const PatalProgress *progress, GError **error)
{
  g_autoptr (GPtrArray) laid_out = g_ptr_array_new_with_free_func ((GDestroyNotify) patal_table_pages_free);

  for (guint i = 0; i < n; i++)
    {
      PatalTablePages *pages;

      if (!patal_progress_step (progress, i, n, error))
        return NULL;
      pages = patal_table_pages_new (tables[i], setup, words, NULL, error);
      if (pages == NULL)
        return NULL;
      patal_table_pages_set_level (pages, 2);
      g_ptr_array_add (laid_out, pages);
    }
  return g_steal_pointer (&laid_out);
}

static guint
count_lying (const GPtrArray *laid_out)
{
  guint n = 0;

  for (guint i = 0; i < laid_out->len; i++)
    {
      PatalSheetSize size = patal_table_pages_size (g_ptr_array_index (laid_out, i));

      n += size.width > size.height;
    }
  return n;
}

PatalPages *
patal_table_book_new (PatalTable *const *tables, guint n, const char *title, const PatalTableSetup *setup,
                      PatalWords *words, const PatalProgress *progress, GError **error)
{
  const PatalTableFrame *frame = patal_table_frame (tables[0]);
  const PatalPdfInfo info = { .title = title, .author = frame->place, .lang = frame->lang, .tagged = TRUE };
  g_autoptr (GPtrArray) laid_out = lay_out (tables, n, setup, words, progress, error);
  guint lying = laid_out != NULL ? count_lying (laid_out) : 0, pages = 0;
  Book *book;

  if (laid_out != NULL && lying > 0 && lying < n)
    {
      PatalTableSetup turned = *setup;

      turned.turn = PATAL_TURN_LANDSCAPE;
      g_ptr_array_unref (laid_out);
      laid_out = lay_out (tables, n, &turned, words, progress, error);
    }
  if (laid_out == NULL)
    return NULL;
  book = g_new (Book, 1);
  *book = (Book) { g_steal_pointer (&laid_out), g_array_new (FALSE, FALSE, sizeof (guint)) };
  for (guint i = 0; i < n; i++)
    {
      g_array_append_val (book->firsts, pages);
      pages += patal_table_pages_count (g_ptr_array_index (book->tables, i));
    }
  return patal_pages_new (patal_table_pages_size (g_ptr_array_index (book->tables, 0)), pages, &info,
                          draw_page, book, book_free);
}
