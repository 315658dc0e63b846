/* patal-board-pages.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-board-pages.h"
#include "patal-board-book.h"
#include "patal-board-job.h"
#include "patal-board-sheaf.h"
#include <glib/gi18n-lib.h>

PatalBoardLayout *
patal_board_lay_out (PatalDb *db, gint64 work, const PatalBoardOrder *order, PatalBoardLayout **now, GError **error)
{
  g_autoptr (PatalBoardMaker) maker = patal_board_maker_new (db, order, error);
  g_auto (PatalBoardJob) job = { 0 };

  if (maker == NULL || !patal_board_maker_read (maker, work, &job, error))
    return NULL;
  patal_board_job_lay_out (&job, maker);
  if (job.layout == NULL)
    {
      g_auto (PatalBoardTally) tally = { 0 };

      patal_board_tally_add (&tally, &job, 0);
      patal_board_tally_check (&tally, error);
      return NULL;
    }
  if (now != NULL)
    *now = patal_board_job_lay_out_anew (&job, maker, order->lang);
  return g_steal_pointer (&job.layout);
}

/* --- Pages for a preview and the printer --- */

/* One board: a layout that is kept, or the form of one that is made again whenever a page of it is drawn. */
typedef struct
{
  PatalForm        *form;
  PatalBoardLayout *kept;
  double            width_mm, height_mm;
  guint             first; /* its first page */
} Item;

typedef struct
{
  PatalBoardMaker *maker;
  PatalBoardOrder  order;
  GArray          *items; /* of Item */
} BoardPages;

static void
item_clear (gpointer data)
{
  Item *item = data;

  g_clear_pointer (&item->form, patal_form_unref);
  g_clear_pointer (&item->kept, patal_board_layout_unref);
}

static void
board_pages_free (gpointer what)
{
  BoardPages *pages = what;

  g_array_unref (pages->items);
  patal_board_maker_free (pages->maker);
  g_free (pages);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BoardPages, board_pages_free)

static const Item *
item_of (const BoardPages *pages, guint page)
{
  guint low = 0, high = pages->items->len;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (pages->items, Item, middle).first <= page)
        low = middle;
      else
        high = middle;
    }
  return &g_array_index (pages->items, Item, low);
}

static void
draw_page (gconstpointer what, PatalCanvas *canvas, guint page)
{
  const BoardPages *pages = what;
  const Item *item = item_of (pages, page);
  g_autoptr (PatalBoardLayout) layout = item->kept != NULL ? patal_board_layout_ref (item->kept)
                                        : patal_board_layout_new (item->form, item->width_mm, item->height_mm);
  const PatalWords *words = patal_board_maker_words (pages->maker, patal_board_layout_lang (layout));
  PatalBoardSheaf sheaf;

  patal_board_sheaf (layout, &pages->order, words, &sheaf);
  patal_board_sheaf_draw (&sheaf, page - item->first, canvas, words);
}

/* Sheets of paper are all turned as the first is; boards that are sheets of their own stand on the largest. */
static void
settle_size (BoardPages *pages, const PatalBoardSheaf *sheaf, PatalSheetSize *size)
{
  if (sheaf->own_sheet)
    {
      size->width = MAX (size->width, sheaf->sheet.width);
      size->height = MAX (size->height, sheaf->sheet.height);
      return;
    }
  if (pages->items->len > 0)
    return;
  *size = sheaf->sheet;
  if (pages->order.turn == PATAL_TURN_AUTO)
    pages->order.turn = sheaf->sheet.width > sheaf->sheet.height ? PATAL_TURN_LANDSCAPE : PATAL_TURN_PORTRAIT;
}

/* *@n_pages 0 where the board is left out. */
static void
add_item (BoardPages *pages, PatalBoardJob *job, guint first, PatalSheetSize *size, guint *n_pages)
{
  Item item = { .width_mm = job->width_mm, .height_mm = job->height_mm, .first = first };
  PatalBoardSheaf sheaf;

  *n_pages = 0;
  patal_board_job_lay_out (job, pages->maker);
  if (job->layout == NULL)
    return;
  patal_board_sheaf (job->layout, &pages->order, patal_board_maker_words (pages->maker, patal_board_layout_lang (job->layout)), &sheaf);
  *n_pages = sheaf.n_pages;
  if (sheaf.n_pages == 0)
    return;
  settle_size (pages, &sheaf, size);
  item.form = g_steal_pointer (&job->form);
  if (item.form == NULL)
    item.kept = patal_board_layout_ref (job->layout);
  g_array_append_val (pages->items, item);
}

/* A board as it is printed; where that is the first print, what differs from it is told beside. */
static void
find_faults (PatalBoardTally *tally, const PatalBoardJob *job, PatalBoardLang lang, PatalDay today)
{
  g_autoptr (GPtrArray) findings = patal_board_preflight (&job->facts, job->template, lang, today, job->layout, NULL);
  g_autofree char *board = patal_board_job_name (job);

  patal_board_faults_add (&tally->faults, job->facts.work.id, board, findings);
}

PatalPages *
patal_board_pages (PatalDb *db, const gint64 *works, guint n_works, const PatalBoardOrder *order, PatalBoardTally *tally,
                   const PatalProgress *progress, GError **error)
{
  g_autoptr (BoardPages) pages = g_new0 (BoardPages, 1);
  g_auto (PatalBoardTally) own_tally = { 0 };
  PatalBoardTally *told = tally != NULL ? tally : &own_tally;
  g_autofree char *title = NULL, *office = NULL;
  PatalSheetSize size = { 0 };
  PatalDay today = patal_day_today ();

  *told = (PatalBoardTally) { 0 };
  pages->order = *order;
  pages->order.template = NULL; /* the maker has a copy, and nobody else asks */
  pages->items = g_array_new (FALSE, FALSE, sizeof (Item));
  g_array_set_clear_func (pages->items, item_clear);
  pages->maker = patal_board_maker_new (db, order, error);
  if (pages->maker == NULL)
    return NULL;
  for (guint i = 0; i < n_works; i++)
    {
      g_auto (PatalBoardJob) job = { 0 };
      guint n_pages;

      if (!patal_progress_step (progress, i, n_works, error)
          || !patal_board_maker_read (pages->maker, works[i], &job, error))
        return NULL;
      add_item (pages, &job, told->n_pages, &size, &n_pages);
      patal_board_tally_add (told, &job, n_pages);
      if (tally != NULL && n_pages > 0)
        find_faults (tally, &job, order->lang, today);
      if (office == NULL)
        patal_board_book_names (&job, pages->maker, n_works, &title, &office);
    }
  if (!patal_board_tally_check (told, error) || !patal_progress_step (progress, n_works, n_works, error))
    return NULL;
  patal_board_maker_close (pages->maker);
  return patal_pages_new (size, told->n_pages,
                          &(PatalPdfInfo) { .title = title, .author = office, .lang = order->lang == PATAL_BOARD_EN ? PATAL_LANG_EN : PATAL_LANG_HI },
                          draw_page, g_steal_pointer (&pages), board_pages_free);
}

/* --- The first print --- */

typedef struct
{
  const gint64          *works;
  guint                  n_works, n_kept;
  const PatalBoardOrder *order;
  const PatalProgress   *progress;
} Issue;

static gboolean
keep (PatalDb *db, PatalBoardMaker *maker, gint64 work, gint64 at, guint *n_kept, GError **error)
{
  g_auto (PatalBoardJob) job = { 0 };
  g_autofree char *text = NULL;

  if (!patal_board_maker_read (maker, work, &job, error))
    return FALSE;
  if (job.printed != NULL || patal_db_is_frozen (db, work)) /* it is printed all the same */
    return TRUE;
  patal_board_job_lay_out (&job, maker);
  text = patal_board_layout_to_text (job.layout);
  *n_kept += 1;
  return patal_board_keep_print (db, work, job.width_mm, job.height_mm, text, at, error);
}

static gboolean
issue_cb (PatalDb *db, gpointer data, GError **error)
{
  Issue *issue = data;
  g_autoptr (PatalBoardMaker) maker = patal_board_maker_new (db, issue->order, error);
  gint64 at = g_get_real_time () / G_USEC_PER_SEC;

  if (maker == NULL)
    return FALSE;
  for (guint i = 0; i < issue->n_works; i++)
    if (!patal_progress_step (issue->progress, i, issue->n_works, error)
        || !keep (db, maker, issue->works[i], at, &issue->n_kept, error))
      return FALSE;
  return patal_progress_step (issue->progress, issue->n_works, issue->n_works, error);
}

static gboolean
count_without_print (PatalDb *db, const gint64 *works, guint n_works, guint *out, GError **error)
{
  *out = 0;
  for (guint i = 0; i < n_works; i++)
    {
      g_auto (PatalBoardRecord) record = { 0 };

      if (!patal_board_record_load (db, works[i], &record, error))
        return FALSE;
      *out += record.printed == NULL && !patal_db_is_frozen (db, works[i]);
    }
  return TRUE;
}

gboolean
patal_board_issue (PatalDb *db, const gint64 *works, guint n_works, const PatalBoardOrder *order, guint *n_kept,
                   const PatalProgress *progress, GError **error)
{
  PatalBoardOrder full = *order;
  Issue issue = { works, n_works, 0, &full, progress };
  guint n_new;

  full.kind = PATAL_BOARD_FULL;
  if (n_kept != NULL)
    *n_kept = 0;
  if (!count_without_print (db, works, n_works, &n_new, error))
    return FALSE;
  if (n_new > 0
      && !patal_db_edit (db, PATAL_LABEL_N ("Kept the first print of {n} board", "Kept the first prints of {n} boards", n_new), issue_cb, &issue,
                         error))
    return FALSE;
  if (n_kept != NULL)
    *n_kept = issue.n_kept;
  return TRUE;
}
