/* patal-board-book.c: any number of boards in one PDF file
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Some works at a time are read in the calling thread, laid out by all threads, and drawn and deflated by those of the PDF; then the next. */
#include "patal-board-book.h"
#include "patal-board-sheaf.h"
#include "patal-crew.h"
#include "patal-desk.h"
#include "patal-out-file.h"
#include <glib/gi18n-lib.h>

#define WORKS_AT_ONCE 256 /* in memory together */
#define FEW_WORKS 8       /* are done sooner than threads begin */
#define MAX_THREADS 8

enum { LEVEL_BLOCK, LEVEL_GP, LEVEL_WORK };

typedef struct
{
  PatalBoardJob  job;
  PatalBoardSheaf sheaf;
  char          *block, *gp; /* (nullable): the lines of the outline that begin with this board */
} Leaf;

/* A page of a board. */
typedef struct
{
  const Leaf *leaf;
  guint       page;
} Sheet;

typedef struct
{
  PatalDb               *db;
  const PatalBoardOrder *order;
  const gint64          *works;
  guint                  n_works;
  PatalBoardMaker       *maker;
  PatalCrew             *crew;
  PatalOutFile          *file;
  GOutputStream         *stream;
  PatalPdf              *pdf;
  PatalBoardTally       *tally;
  Leaf                  *leaves; /* WORKS_AT_ONCE, of which */
  guint                  n_leaves; /* are in use */
  GArray                *sheets; /* of Sheet: their pages */
  gint64                 gp;     /* of the board that was written last */
  char                  *block;
} Book;

G_DEFINE_QUARK (patal-board-pages-error-quark, patal_board_pages_error)

static void
leaves_clear (Book *book)
{
  for (guint i = 0; i < book->n_leaves; i++)
    {
      patal_board_job_clear (&book->leaves[i].job);
      g_free (book->leaves[i].block);
      g_free (book->leaves[i].gp);
      book->leaves[i] = (Leaf) { 0 };
    }
  book->n_leaves = 0;
}

static void
book_clear (Book *book)
{
  leaves_clear (book);
  g_clear_pointer (&book->sheets, g_array_unref);
  g_free (book->leaves);
  g_free (book->block);
  g_clear_pointer (&book->pdf, patal_pdf_free);
  g_clear_object (&book->stream);
  patal_out_file_free (book->file);
  patal_crew_free (book->crew);
  patal_board_maker_free (book->maker);
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
  if (tally->n_boards > 0)
    return TRUE;
  if (tally->notes != NULL && tally->notes->len == 1)
    g_set_error_literal (error, PATAL_BOARD_PAGES_ERROR, PATAL_BOARD_PAGES_ERROR_NOTHING, tally->notes->pdata[0]);
  else
    g_set_error_literal (error, PATAL_BOARD_PAGES_ERROR, PATAL_BOARD_PAGES_ERROR_NOTHING,
                         tally->notes != NULL ? _("There is nothing to print on any of these boards")
                                              : _("There is no work of which a board could be printed"));
  return FALSE;
}

static gboolean
read_leaves (Book *book, guint first, guint n, GError **error)
{
  for (guint i = 0; i < n; i++)
    {
      book->n_leaves = i + 1;
      if (!patal_board_maker_read (book->maker, book->works[first + i], &book->leaves[i].job, error))
        return FALSE;
    }
  return TRUE;
}

static void
lay_out_cb (guint i, gpointer data)
{
  Book *book = data;
  Leaf *leaf = &book->leaves[i];
  PatalBoardLayout *layout;

  patal_board_job_lay_out (&leaf->job, book->maker);
  layout = leaf->job.layout;
  if (layout != NULL)
    patal_board_sheaf (layout, book->order, patal_board_maker_words (book->maker, patal_board_layout_lang (layout)), &leaf->sheaf);
}

/* The lines of the outline above that of the board: those of a block and a gram panchayat that begin with it. */
static void
head_leaf (Book *book, Leaf *leaf)
{
  const PatalBoardFacts *facts = &leaf->job.facts;
  const char *block = in_language (facts->block, book->order->lang);

  if (facts->work.gp == book->gp)
    return;
  book->gp = facts->work.gp;
  leaf->gp = g_strdup (in_language (facts->gp, book->order->lang));
  if (g_strcmp0 (block, book->block) == 0)
    return;
  leaf->block = g_strdup (block);
  g_free (book->block);
  book->block = g_strdup (block);
}

static void
gather_sheets (Book *book)
{
  g_array_set_size (book->sheets, 0);
  for (guint i = 0; i < book->n_leaves; i++)
    {
      Leaf *leaf = &book->leaves[i];

      patal_board_tally_add (book->tally, &leaf->job, leaf->sheaf.n_pages);
      if (leaf->sheaf.n_pages > 0)
        head_leaf (book, leaf);
      for (guint page = 0; page < leaf->sheaf.n_pages; page++)
        {
          Sheet sheet = { leaf, page };

          g_array_append_val (book->sheets, sheet);
        }
    }
}

static void
size_cb (guint page, gpointer data, double *width, double *height)
{
  const Book *book = data;
  const PatalSheetSize *size = &g_array_index (book->sheets, Sheet, page).leaf->sheaf.sheet;

  *width = size->width;
  *height = size->height;
}

static void
draw_cb (PatalCanvas *canvas, guint page, gpointer data)
{
  const Book *book = data;
  const Sheet *sheet = &g_array_index (book->sheets, Sheet, page);
  const Leaf *leaf = sheet->leaf;

  if (sheet->page == 0)
    {
      if (leaf->block != NULL)
        patal_canvas_bookmark (canvas, LEVEL_BLOCK, 0, leaf->block);
      if (leaf->gp != NULL)
        patal_canvas_bookmark (canvas, LEVEL_GP, 0, leaf->gp);
      patal_canvas_bookmark (canvas, LEVEL_WORK, 0, patal_board_layout_name (leaf->job.layout));
    }
  patal_board_sheaf_draw (&leaf->sheaf, sheet->page, canvas,
                         patal_board_maker_words (book->maker, patal_board_layout_lang (leaf->job.layout)));
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
  patal_board_book_names (&book->leaves[0].job, book->maker, book->n_works, &title, &office);
  info.title = title;
  info.author = office;
  book->pdf = patal_pdf_new (book->stream, &info);
  return TRUE;
}

static gboolean
write_works (Book *book, const char *path, const PatalProgress *progress, GError **error)
{
  const PatalPdfPages pages = { .draw = draw_cb, .size = size_cb, .data = book };

  for (guint first = 0; first < book->n_works; first += WORKS_AT_ONCE)
    {
      guint n = MIN (WORKS_AT_ONCE, book->n_works - first);
      PatalProgressPart part;

      if (!patal_progress_step (progress, first, book->n_works, error) || !read_leaves (book, first, n, error)
          || (book->pdf == NULL && !begin_pdf (book, path, error)))
        return FALSE;
      patal_crew_run (book->crew, n, lay_out_cb, book);
      gather_sheets (book);
      if (!patal_pdf_pages (book->pdf, &pages, book->sheets->len,
                            patal_progress_part (&part, progress, first / (double) book->n_works, (first + n) / (double) book->n_works),
                            error))
        return FALSE;
      leaves_clear (book);
    }
  return patal_progress_step (progress, book->n_works, book->n_works, error);
}

gboolean
patal_board_write_pdf (PatalDb *db, const gint64 *works, guint n_works, const PatalBoardOrder *order, const char *path,
                       PatalBoardTally *tally, const PatalProgress *progress, GError **error)
{
  g_auto (PatalBoardTally) own_tally = { 0 };
  g_auto (Book) book = { .db = db, .order = order, .works = works, .n_works = n_works };
  g_autoptr (GString) rest = g_string_new (NULL);

  book.tally = tally != NULL ? tally : &own_tally;
  *book.tally = (PatalBoardTally) { 0 };
  book.maker = patal_board_maker_new (db, order, error);
  if (book.maker == NULL)
    return FALSE;
  book.crew = patal_crew_new (n_works < FEW_WORKS ? 1 : MIN (g_get_num_processors (), MAX_THREADS));
  book.leaves = g_new0 (Leaf, WORKS_AT_ONCE);
  book.sheets = g_array_new (FALSE, FALSE, sizeof (Sheet));
  return write_works (&book, path, progress, error)
         && patal_board_tally_check (book.tally, error)
         && patal_pdf_finish (book.pdf, error)
         && patal_out_file_finish (book.file, rest, error);
}
