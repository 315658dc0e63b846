/* patal-letter-book.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-letter-book.h"

typedef struct
{
  GPtrArray *layouts; /* of PatalLetterLayout */
  GArray    *leaves;  /* of Leaf: one a page */
} Book;

typedef struct
{
  guint layout, page;
} Leaf;

static void
book_free (gpointer data)
{
  Book *book = data;

  g_ptr_array_unref (book->layouts);
  g_array_unref (book->leaves);
  g_free (book);
}

static void
draw_page (gconstpointer what, PatalCanvas *canvas, guint page)
{
  const Book *book = what;
  const Leaf *leaf = &g_array_index (book->leaves, Leaf, page);
  const PatalLetterLayout *layout = g_ptr_array_index (book->layouts, leaf->layout);

  if (leaf->page == 0 && book->layouts->len > 1)
    patal_canvas_bookmark (canvas, 1, 0, patal_letter_layout_name (layout));
  patal_letter_layout_draw (layout, canvas, leaf->page);
}

PatalPages *
patal_letter_book_new (PatalLetterLayout *const *layouts, guint n, const char *title, PatalLang lang)
{
  Book *book = g_new (Book, 1);

  *book = (Book) { g_ptr_array_new_with_free_func ((GDestroyNotify) patal_letter_layout_unref),
                   g_array_new (FALSE, FALSE, sizeof (Leaf)) };
  for (guint i = 0; i < n; i++)
    {
      g_ptr_array_add (book->layouts, patal_letter_layout_ref (layouts[i]));
      for (guint page = 0; page < patal_letter_layout_n_pages (layouts[i]); page++)
        g_array_append_val (book->leaves, ((Leaf) { i, page }));
    }
  return patal_pages_new (patal_letter_layout_size (layouts[0]), book->leaves->len,
                          &(PatalPdfInfo) { .title = title, .lang = lang, .tagged = TRUE }, draw_page, book, book_free);
}
