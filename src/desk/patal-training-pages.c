/* patal-training-pages.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-training-pages.h"
#include "patal-batch.h"
#include "patal-desk.h"
#include "patal-issued-letter.h"
#include "patal-letter-book.h"
#include "patal-table-book.h"
#include <glib/gi18n-lib.h>

#define SIGNING_MM 9.0 /* the least height of a row in which people sign */

/* A paper as it is printed. */
typedef struct
{
  gint64             unit, batch, nomination;
  PatalLetterLayout *layout;
  gboolean           issued;
} Print;

static void
print_clear (gpointer data)
{
  Print *print = data;

  g_clear_pointer (&print->layout, patal_letter_layout_unref);
}

static PatalLetterLayout *
lay_out (const PatalTrainingSheet *sheet, PatalWords *words)
{
  if (sheet->cards != NULL)
    return patal_letter_layout_cards ((const PatalLetter *const *) sheet->cards->pdata, sheet->cards->len);
  return patal_letter_layout_new (sheet->letter, words);
}

/* The kept letter about what @sheet is about; (nullable) (transfer none): it is taken out of @kept. */
static PatalIssuedLetter *
take_kept (GPtrArray *kept, const PatalTrainingSheet *sheet)
{
  for (guint i = 0; i < kept->len; i++)
    {
      const PatalIssuedLetter *letter = g_ptr_array_index (kept, i);

      if (letter->unit == sheet->unit && letter->batch == sheet->batch && letter->nomination == sheet->nomination)
        return g_ptr_array_steal_index (kept, i);
    }
  return NULL;
}

/* Whether a kept letter is one of those that @order asks for: one about a block as a whole is not asked for with one about a batch of it. */
static gboolean
is_asked_for (const PatalTrainingPaperOrder *order, const PatalIssuedLetter *letter)
{
  switch (patal_training_paper_for (order->paper))
    {
    case PATAL_PAPER_FOR_TRAINING:
      return letter->unit == order->block && letter->batch == order->batch;
    case PATAL_PAPER_FOR_BLOCK:
      return letter->batch == order->batch;
    case PATAL_PAPER_FOR_BATCH:
    case PATAL_PAPER_FOR_PERSON:
    default:
      return TRUE;
    }
}

/* (transfer full) (element-type PatalIssuedLetter): those that stand; none of a paper that is not issued. */
static GPtrArray *
read_kept (PatalDb *db, const PatalTrainingPaperOrder *order, GError **error)
{
  g_autoptr (GPtrArray) kept = patal_training_paper_kind (order->paper) != NULL
                                 ? patal_issued_letters (db, order, PATAL_ISSUED_STANDING, error)
                                 : g_ptr_array_new_with_free_func ((GDestroyNotify) patal_issued_letter_free);

  for (guint i = kept != NULL ? kept->len : 0; i-- > 0;)
    if (!is_asked_for (order, g_ptr_array_index (kept, i)))
      g_ptr_array_remove_index (kept, i);
  return g_steal_pointer (&kept);
}

static gboolean
add_kept (GArray *prints, PatalIssuedLetter *letter, GError **error)
{
  Print print = { letter->unit, letter->batch, letter->nomination, patal_letter_layout_from_text (letter->printed, error), TRUE };

  patal_issued_letter_free (letter);
  if (print.layout == NULL)
    return FALSE;
  g_array_append_val (prints, print);
  return TRUE;
}

/* (transfer full) (element-type Print): the papers as they would be made today, and instead of them, and behind them, those that were issued. */
static GArray *
make_prints (PatalDb *db, const PatalTrainingPaperOrder *order, PatalWords *words, const PatalProgress *progress, GError **error)
{
  g_autoptr (GPtrArray) sheets = patal_training_sheets (db, order, NULL, progress, error);
  g_autoptr (GPtrArray) kept = sheets != NULL ? read_kept (db, order, error) : NULL;
  g_autoptr (GArray) prints = g_array_new (FALSE, FALSE, sizeof (Print));

  g_array_set_clear_func (prints, print_clear);
  if (kept == NULL)
    return NULL;
  for (guint i = 0; i < sheets->len; i++)
    {
      const PatalTrainingSheet *sheet = g_ptr_array_index (sheets, i);
      PatalIssuedLetter *own = take_kept (kept, sheet);

      if (!patal_progress_step (progress, i, sheets->len, error) || (own != NULL && !add_kept (prints, own, error)))
        return NULL;
      if (own == NULL)
        g_array_append_val (prints, ((Print) { sheet->unit, sheet->batch, sheet->nomination, lay_out (sheet, words), FALSE }));
    }
  while (kept->len > 0) /* what was issued stays a paper, whatever became of its batch */
    if (!add_kept (prints, g_ptr_array_steal_index (kept, 0), error))
      return NULL;
  return g_steal_pointer (&prints);
}

static PatalPages *
letter_pages (PatalDb *db, const PatalTrainingPaperOrder *order, PatalWords *words, PatalTrainingTally *tally, const PatalProgress *progress,
              GError **error)
{
  g_autoptr (GArray) prints = make_prints (db, order, words, progress, error);
  g_autofree PatalLetterLayout **layouts = NULL;

  if (prints == NULL)
    return NULL;
  if (prints->len == 0)
    {
      patal_training_paper_refuse (order, db, error);
      return NULL;
    }
  layouts = g_new (PatalLetterLayout *, prints->len);
  for (guint i = 0; i < prints->len; i++)
    {
      const Print *print = &g_array_index (prints, Print, i);

      layouts[i] = print->layout;
      tally->n_issued += print->issued;
      tally->n_cut += patal_letter_layout_is_cut (print->layout);
    }
  tally->n_papers = prints->len;
  return patal_letter_book_new (layouts, prints->len, prints->len == 1 ? patal_letter_layout_name (layouts[0])
                                                                       : patal_words_get (words, patal_training_paper_title (order->paper)),
                                patal_words_lang (words));
}

static PatalPages *
table_pages (PatalDb *db, const PatalTrainingPaperOrder *order, PatalWords *words, PatalTrainingTally *tally, const PatalProgress *progress,
             GError **error)
{
  g_autoptr (GPtrArray) sheets = patal_training_sheets (db, order, NULL, progress, error);
  g_autofree PatalTable **tables = NULL;
  gboolean signs = order->paper == PATAL_TRAINING_PAPER_ATTENDANCE;

  if (sheets == NULL)
    return NULL;
  if (sheets->len == 0)
    {
      patal_training_paper_refuse (order, db, error);
      return NULL;
    }
  tables = g_new (PatalTable *, sheets->len);
  for (guint i = 0; i < sheets->len; i++)
    tables[i] = ((const PatalTrainingSheet *) g_ptr_array_index (sheets, i))->table;
  tally->n_papers = sheets->len;
  return patal_table_book_new (tables, sheets->len, patal_words_get (words, patal_training_paper_title (order->paper)),
                               &(PatalTableSetup) { .paper = PATAL_PAPER_A4, .turn = signs ? PATAL_TURN_LANDSCAPE : PATAL_TURN_PORTRAIT,
                                                    .row_mm = signs ? SIGNING_MM : 0 }, words, progress, error);
}

PatalPages *
patal_training_pages (PatalDb *db, const PatalTrainingPaperOrder *order, PatalLang lang, PatalTrainingTally *tally, const PatalProgress *progress,
                      GError **error)
{
  g_autoptr (PatalWords) words = patal_desk_words (lang, error);
  PatalTrainingPaperOrder own = *order;
  PatalTrainingTally own_tally;
  PatalTrainingTally *told = tally != NULL ? tally : &own_tally;

  *told = (PatalTrainingTally) { 0 };
  own.words = words;
  if (words == NULL)
    return NULL;
  return patal_training_paper_is_table (own.paper) ? table_pages (db, &own, words, told, progress, error)
                                                   : letter_pages (db, &own, words, told, progress, error);
}

/* --- Issuing --- */

typedef struct
{
  const PatalTrainingPaperOrder *order;
  PatalWords          *words;
  const char          *number;   /* (nullable) */
  gint64               at;       /* seconds UTC */
  const PatalProgress *progress;
  GHashTable          *batches;  /* of certificates: ids, to be frozen */
  gboolean            *is_new;   /* of each of the order's papers: it is to be issued now */
  guint                n_sheets, n_new;
} Issue;

/* (transfer full): the number of each of the papers that is new, NULL of the others. */
static char **
choose_numbers (PatalDb *db, const Issue *issue, GError **error)
{
  gboolean certificates = issue->order->paper == PATAL_TRAINING_PAPER_CERTIFICATE;
  g_auto (GStrv) given = certificates ? patal_certificate_numbers (db, issue->order->training, issue->n_new, error) : NULL;
  char **numbers;

  if (certificates && given == NULL)
    return NULL;
  numbers = g_new0 (char *, issue->n_sheets + 1);
  for (guint i = 0, at = 0; i < issue->n_sheets; i++)
    if (issue->is_new[i])
      {
        numbers[i] = certificates ? g_strdup (given[at]) : issue->number != NULL ? patal_paper_number_after (issue->number, at) : NULL;
        at++;
      }
  return numbers;
}

static gboolean
keep (PatalDb *db, Issue *issue, const PatalTrainingSheet *sheet, const char *number, GError **error)
{
  g_autoptr (PatalLetterLayout) layout = lay_out (sheet, issue->words);
  g_autofree char *printed = patal_letter_layout_to_text (layout);
  PatalIssuedLetter letter = { .training = issue->order->training, .unit = sheet->unit, .batch = sheet->batch, .nomination = sheet->nomination,
                               .paper = issue->order->paper, .number = (char *) number, .name = sheet->name, .printed = printed, .day = issue->order->day,
                               .issued_at = issue->at };

  if (sheet->nomination != 0)
    g_hash_table_add (issue->batches, g_memdup2 (&sheet->batch, sizeof sheet->batch));
  return patal_issued_letter_insert (db, &letter, error);
}

static gboolean
refuse_issued (const PatalTrainingPaperOrder *order, GError **error)
{
  g_set_error_literal (error, PATAL_TRAINING_PAPER_ERROR, PATAL_TRAINING_PAPER_ERROR_ISSUED,
                       patal_training_paper_kind (order->paper) == NULL
                         ? _("A paper of this kind is printed as often as one likes: it is not issued")
                         : _("All of them are issued already: a print shows what was issued. For another one, call the issued one back first"));
  return FALSE;
}

static void
free_numbers (char **numbers, guint n)
{
  for (guint i = 0; numbers != NULL && i < n; i++)
    g_free (numbers[i]);
  g_free (numbers);
}

/* Which of the order's papers are not issued yet. FALSE: there is none, or an error of reading. */
static gboolean
find_new (PatalDb *db, Issue *issue, GError **error)
{
  g_autoptr (GPtrArray) drafts = patal_training_sheets (db, issue->order, NULL, issue->progress, error);
  g_autoptr (GPtrArray) kept = drafts != NULL ? read_kept (db, issue->order, error) : NULL;

  if (kept == NULL)
    return FALSE;
  if (drafts->len == 0)
    return patal_training_paper_refuse (issue->order, db, error);
  issue->n_sheets = drafts->len;
  issue->is_new = g_new (gboolean, drafts->len);
  for (guint i = 0; i < drafts->len; i++)
    {
      PatalIssuedLetter *own = take_kept (kept, g_ptr_array_index (drafts, i));

      issue->is_new[i] = own == NULL;
      issue->n_new += own == NULL;
      patal_issued_letter_free (own);
    }
  return issue->n_new > 0 || refuse_issued (issue->order, error);
}

/* The papers once more, now with their numbers: nobody else writes between the two. */
static gboolean
issue_cb (PatalDb *db, gpointer data, GError **error)
{
  Issue *issue = data;
  char **numbers = choose_numbers (db, issue, error);
  g_autoptr (GPtrArray) sheets = numbers != NULL ? patal_training_sheets (db, issue->order, (const char *const *) numbers, NULL, error) : NULL;
  gboolean done = sheets != NULL;

  for (guint i = 0; done && i < sheets->len; i++)
    done = patal_progress_step (issue->progress, i, sheets->len, error)
           && (!issue->is_new[i] || keep (db, issue, g_ptr_array_index (sheets, i), numbers[i], error));
  free_numbers (numbers, issue->n_sheets);
  return done;
}

/* Once certificates rest on it, a batch is changed with a reason only. */
static gboolean
freeze_batches (PatalDb *db, GHashTable *batches, GError **error)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, batches);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      const PatalRecord record = { .table = "batch", .id = *(const gint64 *) id, .parts = patal_batch_parts };
      g_auto (PatalBatch) batch = { 0 };
      g_autofree char *no = NULL;

      if (patal_db_is_frozen (db, record.id))
        continue;
      if (!patal_batch_load (db, record.id, &batch, error))
        return FALSE;
      no = g_strdup_printf ("%d", batch.no);
      if (!patal_db_freeze (db, &record, PATAL_LABEL ("Batch {1} frozen: certificates were issued", no), error))
        return FALSE;
    }
  return TRUE;
}

static const PatalLabel *
issue_label (PatalTrainingPaper paper, PatalLabel *label)
{
  static const struct { const char *one, *many; } labels[PATAL_N_TRAINING_PAPERS] = {
    [PATAL_TRAINING_PAPER_ORDER] = { PATAL_N_PLURAL ("Issued {n} training order", "Issued {n} training orders") },
    [PATAL_TRAINING_PAPER_NOMINATION] = { PATAL_N_PLURAL ("Issued {n} nomination letter", "Issued {n} nomination letters") },
    [PATAL_TRAINING_PAPER_REMINDER] = { PATAL_N_PLURAL ("Issued {n} reminder", "Issued {n} reminders") },
    [PATAL_TRAINING_PAPER_ABSENT] = { PATAL_N_PLURAL ("Issued {n} list of those absent", "Issued {n} lists of those absent") },
    [PATAL_TRAINING_PAPER_POSTPONEMENT] = { PATAL_N_PLURAL ("Issued {n} notice of postponement", "Issued {n} notices of postponement") },
    [PATAL_TRAINING_PAPER_BILL] = { PATAL_N_PLURAL ("Issued {n} bill summary", "Issued {n} bill summaries") },
    [PATAL_TRAINING_PAPER_CERTIFICATE] = { PATAL_N_PLURAL ("Issued {n} certificate", "Issued {n} certificates") },
  };

  label->msgid = labels[paper].one;
  label->msgid_plural = labels[paper].many;
  return label;
}

gboolean
patal_training_issue (PatalDb *db, const PatalTrainingPaperOrder *order, PatalLang lang, const char *number, gint64 at, guint *n_issued,
                      const PatalProgress *progress, GError **error)
{
  g_autoptr (PatalWords) words = patal_desk_words (lang, error);
  g_autoptr (GHashTable) batches = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  PatalTrainingPaperOrder own = *order;
  Issue issue = { .order = &own, .words = words, .number = number, .at = at, .progress = progress, .batches = batches };
  PatalLabel label = { 0 };
  gboolean done;

  own.words = words;
  if (words == NULL)
    return FALSE;
  if (patal_training_paper_kind (own.paper) == NULL)
    return refuse_issued (&own, error);
  done = find_new (db, &issue, error);
  label.n = issue.n_new;
  done = done && patal_db_edit_standing (db, issue_label (own.paper, &label), issue_cb, &issue, error);
  g_free (issue.is_new);
  if (done && n_issued != NULL)
    *n_issued = issue.n_new;
  return done && freeze_batches (db, batches, error);
}

/* --- Calling back --- */

typedef struct
{
  const GPtrArray *letters;
  const char      *why;
} Recall;

static gboolean
recall_cb (PatalDb *db, gpointer data, GError **error)
{
  const Recall *recall = data;

  for (guint i = 0; i < recall->letters->len; i++)
    if (!patal_issued_letter_recall (db, ((const PatalIssuedLetter *) g_ptr_array_index (recall->letters, i))->id, recall->why, patal_day_today (), error))
      return FALSE;
  return TRUE;
}

gboolean
patal_training_recall (PatalDb *db, const PatalTrainingPaperOrder *order, const char *why, guint *n_recalled, GError **error)
{
  g_autoptr (GPtrArray) kept = read_kept (db, order, error);
  Recall recall = { kept, why };

  if (kept == NULL)
    return FALSE;
  if (kept->len == 0)
    {
      g_set_error_literal (error, PATAL_TRAINING_PAPER_ERROR, PATAL_TRAINING_PAPER_ERROR_NOTHING, _("None of them is issued: there is nothing to call back"));
      return FALSE;
    }
  if (n_recalled != NULL)
    *n_recalled = kept->len;
  return patal_db_edit_standing (db, PATAL_LABEL_N ("Called {n} issued paper back", "Called {n} issued papers back", kept->len), recall_cb, &recall, error);
}
