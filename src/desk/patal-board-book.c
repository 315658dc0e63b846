/* patal-board-book.c: any number of boards in one PDF file
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Some works at a time are a portion of the PDF: read in the calling thread, ahead of those that other threads lay out and draw. */
#include "patal-board-book.h"
#include "patal-board-sheaf.h"
#include "patal-desk.h"
#include "patal-out-file.h"
#include <glib/gi18n-lib.h>

#define WORKS_IN_PORTION 8

enum { LEVEL_BLOCK, LEVEL_GP, LEVEL_WORK };

/* A work's board. */
typedef struct
{
  PatalBoardJob   job;
  PatalBoardSheaf sheaf;
} Leaf;

typedef struct
{
  Leaf  leaves[WORKS_IN_PORTION];
  guint n;
} Portion;

typedef struct
{
  PatalRows              held;  /* an answer that is not read to its end */
  const PatalBoardOrder *order;
  const gint64          *works;
  guint                  n_works;
  PatalBoardMaker       *maker;
  PatalOutFile          *file;
  GOutputStream         *stream;
  PatalPdf              *pdf;
  PatalBoardTally       *tally;
  Portion                portions[PATAL_CREW_ROOM]; /* that are under way */
  gint64                 gp;     /* of the board that was settled last */
  char                  *block;
} Book;

G_DEFINE_QUARK (patal-board-pages-error-quark, patal_board_pages_error)

static Portion *
portion_of (Book *book, guint portion)
{
  return &book->portions[portion % PATAL_CREW_ROOM];
}

static void
portion_clear (Portion *portion)
{
  for (guint i = 0; i < portion->n; i++)
    patal_board_job_clear (&portion->leaves[i].job);
  *portion = (Portion) { .n = 0 };
}

static void
book_clear (Book *book)
{
  for (guint i = 0; i < PATAL_CREW_ROOM; i++)
    portion_clear (&book->portions[i]);
  g_free (book->block);
  g_clear_pointer (&book->pdf, patal_pdf_free);
  g_clear_object (&book->stream);
  patal_out_file_free (book->file);
  patal_board_maker_free (book->maker);
  patal_rows_clear (&book->held);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Book, book_clear)

static const char *
in_language (char *const names[2], PatalBoardLang lang)
{
  PatalLang first = lang == PATAL_BOARD_EN ? PATAL_LANG_EN : PATAL_LANG_HI;

  return names[first] != NULL ? names[first] : names[!first];
}

void
patal_board_book_names (const PatalBoardJob *job, const PatalBoardMaker *maker, guint n_boards, char **title, char **office)
{
  PatalBoardLang lang = patal_board_maker_order (maker)->lang;
  char *const names[2] = { job->facts.work.name_hi, job->facts.work.name_en };
  const PatalWords *words = patal_board_maker_words (maker, lang == PATAL_BOARD_EN ? PATAL_LANG_EN : PATAL_LANG_HI);

  *title = g_strdup (n_boards == 1 ? in_language (names, lang) : patal_words_get (words, N_("Citizen information boards")));
  *office = g_strdup (in_language (job->facts.district, lang));
}

gboolean
patal_board_tally_check (const PatalBoardTally *tally, GError **error)
{
  const char *sentence;
  guint told = 0;

  if (tally->n_boards > 0)
    return TRUE;
  for (guint i = 0; i < PATAL_BOARD_N_TOLD; i++)
    told += tally->told[i];
  if (told == 1 && tally->notes != NULL)
    sentence = tally->notes->pdata[0];
  else if (told > 0 && told == tally->told[PATAL_BOARD_TOLD_NO_PRINT])
    sentence = _("No first print of any of these boards is kept, so there is nothing to print over. "
                 "Print them for the site first: at full size, or the painter's sheet.");
  else
    sentence = told > 0 ? _("There is nothing to print on any of these boards")
                        : _("There is no work of which a board could be printed");
  g_set_error_literal (error, PATAL_BOARD_PAGES_ERROR,
                       tally->told[PATAL_BOARD_TOLD_NO_PRINT] > 0 ? PATAL_BOARD_PAGES_ERROR_NO_PRINT : PATAL_BOARD_PAGES_ERROR_NOTHING,
                       sentence);
  return FALSE;
}

gboolean
patal_board_is_left_out (const GError *error)
{
  return g_error_matches (error, PATAL_BOARD_PAGES_ERROR, PATAL_BOARD_PAGES_ERROR_NOTHING)
         || g_error_matches (error, PATAL_BOARD_PAGES_ERROR, PATAL_BOARD_PAGES_ERROR_NO_PRINT);
}

/* --- The steps of a portion --- */

static gboolean
read_portion (Book *book, guint index, GError **error)
{
  Portion *portion = portion_of (book, index);
  guint first = index * WORKS_IN_PORTION, n = MIN (WORKS_IN_PORTION, book->n_works - first);

  for (guint i = 0; i < n; i++)
    {
      portion->n = i + 1;
      if (!patal_board_maker_read (book->maker, book->works[first + i], &portion->leaves[i].job, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
fetch_cb (guint portion, gpointer data, GError **error)
{
  return portion == 0 || read_portion (data, portion, error); /* the first was read for the file's title */
}

static void
lay_out (const Book *book, Leaf *leaf)
{
  PatalBoardLayout *layout;

  patal_board_job_lay_out (&leaf->job, book->maker);
  layout = leaf->job.layout;
  if (layout != NULL)
    patal_board_sheaf (layout, book->order, patal_board_maker_words (book->maker, patal_board_layout_lang (layout)), &leaf->sheaf);
}

static guint
count_cb (guint index, gpointer data)
{
  Portion *portion = portion_of (data, index);
  guint n_pages = 0;

  for (guint i = 0; i < portion->n; i++)
    {
      lay_out (data, &portion->leaves[i]);
      n_pages += portion->leaves[i].sheaf.n_pages;
    }
  return n_pages;
}

/* The leaf on which @page of the portion stands, which becomes that of the leaf. */
static const Leaf *
leaf_of (const Portion *portion, guint *page)
{
  const Leaf *leaf = portion->leaves;

  for (; *page >= leaf->sheaf.n_pages; leaf++)
    *page -= leaf->sheaf.n_pages;
  return leaf;
}

static void
size_cb (guint index, guint page, gpointer data, double *width, double *height)
{
  const PatalSheetSize *size = &leaf_of (portion_of (data, index), &page)->sheaf.sheet;

  *width = size->width;
  *height = size->height;
}

static void
draw_cb (PatalCanvas *canvas, guint index, guint page, gpointer data)
{
  Book *book = data;
  const Leaf *leaf = leaf_of (portion_of (book, index), &page);

  patal_board_sheaf_draw (&leaf->sheaf, page, canvas, patal_board_maker_words (book->maker, patal_board_layout_lang (leaf->job.layout)));
}

/* The lines of the outline: that of the board, and above it those of a block and a gram panchayat that begin with it. */
static void
add_bookmarks (Book *book, const Leaf *leaf, PatalCanvas *canvas)
{
  const PatalBoardFacts *facts = &leaf->job.facts;
  const char *block = in_language (facts->block, book->order->lang), *gp = in_language (facts->gp, book->order->lang);

  if (facts->work.gp != book->gp)
    {
      book->gp = facts->work.gp;
      if (block != NULL && g_strcmp0 (block, book->block) != 0)
        patal_canvas_bookmark (canvas, LEVEL_BLOCK, 0, block);
      g_free (book->block);
      book->block = g_strdup (block);
      if (gp != NULL)
        patal_canvas_bookmark (canvas, LEVEL_GP, 0, gp);
    }
  patal_canvas_bookmark (canvas, LEVEL_WORK, 0, patal_board_layout_name (leaf->job.layout));
}

static void
settle_cb (guint index, PatalCanvas *const *pages, gpointer data)
{
  Book *book = data;
  Portion *portion = portion_of (book, index);

  for (guint i = 0; i < portion->n; i++)
    {
      Leaf *leaf = &portion->leaves[i];

      patal_board_tally_add (book->tally, &leaf->job, leaf->sheaf.n_pages);
      if (leaf->sheaf.n_pages > 0)
        add_bookmarks (book, leaf, *pages);
      pages += leaf->sheaf.n_pages;
    }
}

static void
release_cb (guint portion, gpointer data)
{
  portion_clear (portion_of (data, portion));
}

/* While an answer is under way SQLite shows one state of the file, whatever another program writes meanwhile, and
 * does not lock the file anew for each question. A row comes, since the store's own table is never empty. */
static gboolean
hold (Book *book, PatalDb *db, GError **error)
{
  book->held = patal_db_query (db, "SELECT 1 FROM meta", PATAL_NO_ARGS);
  return patal_rows_next (&book->held) || patal_rows_finish (&book->held, error);
}

/* What is written on the first page of the document must be known before any. */
static gboolean
begin_pdf (Book *book, const char *path, GError **error)
{
  g_autofree char *title = NULL, *office = NULL;
  PatalPdfInfo info = { .lang = book->order->lang == PATAL_BOARD_EN ? PATAL_LANG_EN : PATAL_LANG_HI,
                        .made_at = g_get_real_time () / G_USEC_PER_SEC };

  book->file = patal_out_file_new (path, error);
  if (book->file == NULL)
    return FALSE;
  book->stream = patal_out_file_stream (book->file);
  patal_board_book_names (&book->portions[0].leaves[0].job, book->maker, book->n_works, &title, &office);
  info.title = title;
  info.author = office;
  book->pdf = patal_pdf_new (book->stream, &info);
  return TRUE;
}

static gboolean
write_works (Book *book, const char *path, const PatalProgress *progress, GError **error)
{
  const PatalPdfPortions portions = { .n = (book->n_works + WORKS_IN_PORTION - 1) / WORKS_IN_PORTION, .fetch = fetch_cb, .count = count_cb,
                                      .size = size_cb, .draw = draw_cb, .settle = settle_cb, .release = release_cb, .data = book };

  if (book->n_works == 0)
    return patal_progress_step (progress, 0, 0, error);
  return read_portion (book, 0, error) && begin_pdf (book, path, error) && patal_pdf_portions (book->pdf, &portions, progress, error);
}

gboolean
patal_board_write_pdf (PatalDb *db, const gint64 *works, guint n_works, const PatalBoardOrder *order, const char *path,
                       PatalBoardTally *tally, const PatalProgress *progress, GError **error)
{
  g_auto (PatalBoardTally) own_tally = { 0 };
  g_auto (Book) book = { .order = order, .works = works, .n_works = n_works };
  g_autoptr (GString) rest = g_string_new (NULL);

  book.tally = tally != NULL ? tally : &own_tally;
  *book.tally = (PatalBoardTally) { 0 };
  if (!hold (&book, db, error))
    return FALSE;
  book.maker = patal_board_maker_new (db, order, error);
  if (book.maker == NULL)
    return FALSE;
  return write_works (&book, path, progress, error)
         && patal_board_tally_check (book.tally, error)
         && patal_pdf_finish (book.pdf, error)
         && patal_out_file_finish (book.file, rest, error);
}
