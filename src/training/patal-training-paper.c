/* patal-training-paper.c: which papers there are of what, and each of them
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-training-paper.h"
#include "patal-paper-values.h"
#include "patal-training-private.h"
#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (patal-training-paper-error-quark, patal_training_paper_error)

typedef enum { IS_TABLE, IS_LETTER } Shape;

static const struct { const char *name, *title, *kind; PatalPaperFor about; Shape shape; } papers[PATAL_N_TRAINING_PAPERS] = {
  [PATAL_TRAINING_PAPER_ORDER] = { "order", N_("Training order"), "order", PATAL_PAPER_FOR_TRAINING, IS_LETTER },
  [PATAL_TRAINING_PAPER_NOMINATION] = { "nomination", N_("Nomination letter"), "nomination", PATAL_PAPER_FOR_BLOCK, IS_LETTER },
  [PATAL_TRAINING_PAPER_REMINDER] = { "reminder", N_("Reminder"), "reminder", PATAL_PAPER_FOR_BLOCK, IS_LETTER },
  [PATAL_TRAINING_PAPER_ATTENDANCE] = { "attendance", N_("Attendance sheet"), NULL, PATAL_PAPER_FOR_BATCH, IS_TABLE },
  [PATAL_TRAINING_PAPER_SESSION_PLAN] = { "session-plan", N_("Session plan"), NULL, PATAL_PAPER_FOR_BATCH, IS_TABLE },
  [PATAL_TRAINING_PAPER_NAME_CARDS] = { "name-cards", N_("Name cards"), NULL, PATAL_PAPER_FOR_BATCH, IS_LETTER },
  [PATAL_TRAINING_PAPER_FEEDBACK] = { "feedback", N_("Feedback form"), NULL, PATAL_PAPER_FOR_BATCH, IS_LETTER },
  [PATAL_TRAINING_PAPER_ABSENT] = { "absent", N_("List of those absent"), "absent", PATAL_PAPER_FOR_BLOCK, IS_LETTER },
  [PATAL_TRAINING_PAPER_POSTPONEMENT] = { "postponement", N_("Notice of postponement"), "postponement", PATAL_PAPER_FOR_BATCH, IS_LETTER },
  [PATAL_TRAINING_PAPER_BILL] = { "bill", N_("Bill summary"), "bill", PATAL_PAPER_FOR_BATCH, IS_LETTER },
  [PATAL_TRAINING_PAPER_CERTIFICATE] = { "certificate", N_("Certificate"), "certificate", PATAL_PAPER_FOR_PERSON, IS_LETTER },
};

const char *
patal_training_paper_name (PatalTrainingPaper paper)
{
  g_return_val_if_fail (paper < PATAL_N_TRAINING_PAPERS, NULL);
  return papers[paper].name;
}

const char *
patal_training_paper_title (PatalTrainingPaper paper)
{
  g_return_val_if_fail (paper < PATAL_N_TRAINING_PAPERS, NULL);
  return papers[paper].title;
}

PatalPaperFor
patal_training_paper_for (PatalTrainingPaper paper)
{
  g_return_val_if_fail (paper < PATAL_N_TRAINING_PAPERS, PATAL_PAPER_FOR_TRAINING);
  return papers[paper].about;
}

gboolean
patal_training_paper_is_table (PatalTrainingPaper paper)
{
  g_return_val_if_fail (paper < PATAL_N_TRAINING_PAPERS, FALSE);
  return papers[paper].shape == IS_TABLE;
}

const char *
patal_training_paper_kind (PatalTrainingPaper paper)
{
  g_return_val_if_fail (paper < PATAL_N_TRAINING_PAPERS, NULL);
  return papers[paper].kind;
}

gboolean
patal_training_paper_named (const char *name, PatalTrainingPaper *out)
{
  for (guint i = 0; i < PATAL_N_TRAINING_PAPERS; i++)
    if (g_strcmp0 (papers[i].name, name) == 0)
      {
        *out = (PatalTrainingPaper) i;
        return TRUE;
      }
  return FALSE;
}

void
patal_training_sheet_free (PatalTrainingSheet *sheet)
{
  if (sheet == NULL)
    return;
  g_free (sheet->title);
  g_free (sheet->name);
  g_clear_pointer (&sheet->letter, patal_letter_unref);
  g_clear_pointer (&sheet->cards, g_ptr_array_unref);
  g_clear_pointer (&sheet->table, patal_table_unref);
  g_free (sheet);
}

char *
patal_paper_number_after (const char *number, guint index)
{
  gsize length = strlen (number), digits = 0;

  while (digits < length && g_ascii_isdigit (number[length - digits - 1]))
    digits++;
  if (index == 0 || digits == 0 || digits > 9)
    return g_strdup (number);
  return g_strdup_printf ("%.*s%0*u", (int) (length - digits), number, (int) digits, (guint) g_ascii_strtoull (number + length - digits, NULL, 10) + index);
}

GArray *
patal_training_people_named (PatalDb *db, gint64 training, const char *word, GError **error)
{
  g_autoptr (GArray) people = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_auto (PatalRows) rows = patal_db_query (db,
    "SELECT DISTINCT p.id, p.name_hi, p.name_en FROM cluster AS k JOIN batch AS b ON b.cluster = k.id JOIN nomination AS n ON n.batch = b.id"
    " JOIN person AS p ON p.id = n.person WHERE k.training = ?1 ORDER BY p.id", PATAL_ARGS (PATAL_INT (training)));
  gint64 wanted = g_ascii_strtoll (word, NULL, 10);

  while (patal_rows_next (&rows))
    {
      gint64 id = patal_rows_int (&rows, 0);
      const char *names[] = { patal_rows_text (&rows, 1), patal_rows_text (&rows, 2) };

      if (id == wanted || patal_training_names (names, G_N_ELEMENTS (names), word))
        g_array_append_val (people, id);
    }
  return patal_rows_finish (&rows, error) ? g_steal_pointer (&people) : NULL;
}

/* ---- making ---- */

typedef struct
{
  PatalDb                       *db;
  const PatalTrainingPaperOrder *order;
  const char *const             *numbers;  /* (nullable): of each sheet */
  const PatalProgress           *progress;
  PatalPaperFacts               *facts;
  PatalLetterTemplate           *template; /* of what is no table */
  GPtrArray                     *sheets;
  GPtrArray                     *fitting;  /* PatalPaperBatch: those of which the paper speaks */
} Making;

static PatalTrainingSheet *
add_sheet (Making *making, gint64 unit, gint64 batch, gint64 nomination, const char *of)
{
  PatalTrainingSheet *sheet = g_new0 (PatalTrainingSheet, 1);
  const char *title = patal_words_get (making->order->words, papers[making->order->paper].title);

  *sheet = (PatalTrainingSheet) { .unit = unit, .batch = batch, .nomination = nomination,
                                  .title = of != NULL && *of != '\0' ? g_strdup_printf ("%s: %s", title, of) : g_strdup (title) };
  g_ptr_array_add (making->sheets, sheet);
  return sheet;
}

static void
free_tables (PatalTable **tables)
{
  for (guint i = 0; i < PATAL_N_PAPER_TABLES; i++)
    g_clear_pointer (&tables[i], patal_table_unref);
}

/* The tables that the paper has; of a bill its sums go into @values. */
static gboolean
make_tables (const Making *making, const PatalPaperAbout *about, PatalPaperValues *values, PatalTable **tables, GError **error)
{
  PatalCostLimit cost = { 0 };

  switch (making->order->paper)
    {
    case PATAL_TRAINING_PAPER_ORDER:
    case PATAL_TRAINING_PAPER_NOMINATION:
    case PATAL_TRAINING_PAPER_REMINDER:
    case PATAL_TRAINING_PAPER_ABSENT:
    case PATAL_TRAINING_PAPER_POSTPONEMENT:
      tables[PATAL_PAPER_TABLE_BATCHES] = patal_paper_batch_list (making->facts, about->batches, about->n_batches, about->block);
      tables[PATAL_PAPER_TABLE_PEOPLE] = patal_paper_people (making->facts, about->batches, about->n_batches, about->block, about->who);
      return TRUE;
    case PATAL_TRAINING_PAPER_BILL:
      tables[PATAL_PAPER_TABLE_COSTS] = patal_paper_costs (making->facts, making->db, about->batches[0], &cost, error);
      return tables[PATAL_PAPER_TABLE_COSTS] != NULL
             && patal_paper_values_cost (values, making->db, &cost, making->order->words, error);
    case PATAL_TRAINING_PAPER_FEEDBACK:
      tables[PATAL_PAPER_TABLE_QUESTIONS] = patal_paper_questions (making->order->words);
      return TRUE;
    case PATAL_TRAINING_PAPER_NAME_CARDS:
    case PATAL_TRAINING_PAPER_CERTIFICATE:
    case PATAL_TRAINING_PAPER_ATTENDANCE:
    case PATAL_TRAINING_PAPER_SESSION_PLAN:
    case PATAL_N_TRAINING_PAPERS:
    default:
      return TRUE;
    }
}

static PatalLetterShape
shape_of (PatalTrainingPaper paper)
{
  switch (paper)
    {
    case PATAL_TRAINING_PAPER_CERTIFICATE:
      return PATAL_LETTER_CERTIFICATE;
    case PATAL_TRAINING_PAPER_NAME_CARDS:
      return PATAL_LETTER_CARD;
    default:
      return PATAL_LETTER_PLAIN;
    }
}

/* (transfer full): the letter about @about; @name: the line of an outline. */
static PatalLetter *
make_letter (const Making *making, const PatalPaperAbout *about, const char *name, GError **error)
{
  g_auto (PatalPaperValues) values = { 0 };
  PatalTable *tables[PATAL_N_PAPER_TABLES] = { NULL };
  PatalLetter *letter = NULL;

  if (patal_paper_values_fill (&values, making->db, about, error) && make_tables (making, about, &values, tables, error))
    letter = patal_letter_template_fill (making->template, patal_words_lang (making->order->words), shape_of (making->order->paper), name,
                                         (const char *const *) values.texts, tables);
  free_tables (tables);
  return letter;
}

/* (nullable): the number of the paper that comes next. */
static const char *
next_number (const Making *making)
{
  return making->numbers != NULL ? making->numbers[making->sheets->len] : NULL;
}

/* ---- of which batches ---- */

static gboolean
has_of_block (const PatalPaperBatch *batch, gint64 block)
{
  return block == 0 || batch->block == block || patal_paper_count (batch, block, PATAL_PAPER_EVERYBODY) > 0;
}

static gboolean
has_cost (PatalDb *db, gint64 batch, gboolean *out, GError **error)
{
  gint64 n;

  if (!patal_db_int (db, "SELECT count (*) FROM batch_cost WHERE batch = ?1", PATAL_ARGS (PATAL_INT (batch)), &n, error))
    return FALSE;
  *out = n > 0;
  return TRUE;
}

static gboolean
fits (const Making *making, const PatalPaperBatch *batch, gboolean *out, GError **error)
{
  gboolean off = patal_paper_batch_is_called_off (batch), cancelled = batch->batch.status == PATAL_BATCH_CANCELLED;
  guint people = batch->people->len;

  *out = FALSE;
  if (!has_of_block (batch, making->order->block))
    return TRUE;
  switch (making->order->paper)
    {
    case PATAL_TRAINING_PAPER_ORDER:
    case PATAL_TRAINING_PAPER_FEEDBACK:
      *out = !off;
      return TRUE;
    case PATAL_TRAINING_PAPER_NOMINATION:
      *out = !off && people > 0;
      return TRUE;
    case PATAL_TRAINING_PAPER_REMINDER:
      *out = !off && people > 0 && batch->batch.status != PATAL_BATCH_HELD && patal_batch_span (&batch->batch).from >= making->order->day;
      return TRUE;
    case PATAL_TRAINING_PAPER_ATTENDANCE:
    case PATAL_TRAINING_PAPER_NAME_CARDS:
      *out = !cancelled && people > 0;
      return TRUE;
    case PATAL_TRAINING_PAPER_SESSION_PLAN:
      *out = !cancelled && batch->sessions->len > 0;
      return TRUE;
    case PATAL_TRAINING_PAPER_ABSENT:
      *out = patal_paper_count (batch, 0, PATAL_PAPER_ABSENTEES) > 0;
      return TRUE;
    case PATAL_TRAINING_PAPER_POSTPONEMENT:
      *out = batch->batch.changes->len > 0 && batch->batch.status != PATAL_BATCH_HELD;
      return TRUE;
    case PATAL_TRAINING_PAPER_BILL:
      return has_cost (making->db, batch->batch.id, out, error);
    case PATAL_TRAINING_PAPER_CERTIFICATE:
      *out = batch->batch.status == PATAL_BATCH_HELD;
      return TRUE;
    case PATAL_N_TRAINING_PAPERS:
    default:
      return TRUE;
    }
}

static gboolean
find_fitting (Making *making, GError **error)
{
  for (guint i = 0; i < making->facts->batches->len; i++)
    {
      PatalPaperBatch *batch = g_ptr_array_index (making->facts->batches, i);
      gboolean its = FALSE;

      if (!fits (making, batch, &its, error))
        return FALSE;
      if (its)
        g_ptr_array_add (making->fitting, batch);
    }
  return TRUE;
}

/* ---- the four sorts of papers ---- */

static PatalPaperWho
who_of (PatalTrainingPaper paper)
{
  return paper == PATAL_TRAINING_PAPER_ABSENT ? PATAL_PAPER_ABSENTEES : PATAL_PAPER_EVERYBODY;
}

/* One letter about @n batches, of block @block where it is not 0. */
static gboolean
add_letter (Making *making, gint64 block, const PatalPaperBatch *const *batches, guint n, GError **error)
{
  const PatalPaperBatch *only = papers[making->order->paper].about == PATAL_PAPER_FOR_BATCH ? batches[0] : NULL;
  gint64 place_of = block != 0 ? block : only != NULL ? only->block : 0;
  g_autofree char *batch_title = only != NULL ? patal_paper_batch_title (only, making->order->words) : NULL;
  PatalPaperAbout about = { .facts = making->facts, .order = making->order, .batches = batches, .n_batches = n, .block = block,
                            .who = who_of (making->order->paper), .number = next_number (making) };
  PatalTrainingSheet *sheet;

  about.place = patal_paper_facts_place (making->facts, making->db, place_of, error);
  if (about.place == NULL)
    return FALSE;
  sheet = add_sheet (making, block, only != NULL ? only->batch.id : making->order->batch, 0, only != NULL ? batch_title : about.place->block);
  sheet->letter = make_letter (making, &about, sheet->title, error);
  return sheet->letter != NULL;
}

static gboolean
add_of_training (Making *making, GError **error)
{
  return making->fitting->len == 0
         || add_letter (making, making->order->block, (const PatalPaperBatch *const *) making->fitting->pdata, making->fitting->len, error);
}

/* (transfer full) (element-type gint64): the blocks whose people the paper names, in the order in which the batches have them. */
static GArray *
find_blocks (const Making *making)
{
  GArray *blocks = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < making->fitting->len; i++)
    {
      const PatalPaperBatch *batch = g_ptr_array_index (making->fitting, i);

      for (guint p = 0; p < batch->people->len; p++)
        {
          const PatalPaperPerson *person = g_ptr_array_index (batch->people, p);
          guint k = 0;

          if (!patal_paper_is_among (batch, person, making->order->block, who_of (making->order->paper)))
            continue;
          while (k < blocks->len && g_array_index (blocks, gint64, k) != person->block)
            k++;
          if (k == blocks->len)
            g_array_append_val (blocks, person->block);
        }
    }
  return blocks;
}

static gboolean
add_of_blocks (Making *making, GError **error)
{
  g_autoptr (GArray) blocks = find_blocks (making);

  for (guint k = 0; k < blocks->len; k++)
    {
      gint64 block = g_array_index (blocks, gint64, k);
      g_autoptr (GPtrArray) its = g_ptr_array_new ();

      for (guint i = 0; i < making->fitting->len; i++)
        if (patal_paper_count (g_ptr_array_index (making->fitting, i), block, who_of (making->order->paper)) > 0)
          g_ptr_array_add (its, g_ptr_array_index (making->fitting, i));
      if (!add_letter (making, block, (const PatalPaperBatch *const *) its->pdata, its->len, error)
          || !patal_progress_step (making->progress, k, blocks->len, error))
        return FALSE;
    }
  return TRUE;
}

/* (transfer full) (nullable): "विकासखण्ड अकलतरा, जिला …" in few words: block and district. */
static char *
where_of (Making *making, const PatalPaperBatch *batch, GError **error)
{
  const PatalPaperPlace *place = patal_paper_facts_place (making->facts, making->db, batch->block, error);

  if (place == NULL)
    return NULL;
  return *place->district != '\0' && !g_str_equal (place->district, place->block) ? g_strdup_printf ("%s, %s", place->block, place->district)
                                                                                  : g_strdup (place->block);
}

static gboolean
add_table (Making *making, const PatalPaperBatch *batch, GError **error)
{
  g_autofree char *title = patal_paper_batch_title (batch, making->order->words), *where = where_of (making, batch, error);
  PatalTrainingSheet *sheet;

  if (where == NULL)
    return FALSE;
  sheet = add_sheet (making, 0, batch->batch.id, 0, title);
  sheet->table = making->order->paper == PATAL_TRAINING_PAPER_ATTENDANCE ? patal_paper_attendance (making->facts, &batch, 1, where)
                                                                         : patal_paper_session_plan (making->facts, batch, where);
  return TRUE;
}

/* Of one person: a certificate or a card. */
static PatalLetter *
letter_of_person (Making *making, const PatalPaperBatch *batch, const PatalPaperPerson *person, const char *number, const char *name, GError **error)
{
  PatalPaperAbout about = { .facts = making->facts, .order = making->order, .batches = &batch, .n_batches = 1, .person = person, .number = number };

  about.place = patal_paper_facts_place (making->facts, making->db, person->block != 0 ? person->block : batch->block, error);
  return about.place != NULL ? make_letter (making, &about, name, error) : NULL;
}

/* Cards of all who are nominated, and of those who teach. */
static gboolean
add_cards (Making *making, const PatalPaperBatch *batch, GError **error)
{
  g_autofree char *title = patal_paper_batch_title (batch, making->order->words);
  PatalTrainingSheet *sheet = add_sheet (making, 0, batch->batch.id, 0, title);
  const GPtrArray *people[] = { batch->people, batch->trainer_people };

  sheet->cards = g_ptr_array_new_with_free_func ((GDestroyNotify) patal_letter_unref);
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    for (guint p = 0; p < people[i]->len; p++)
      {
        PatalLetter *card = letter_of_person (making, batch, g_ptr_array_index (people[i], p), NULL, sheet->title, error);

        if (card == NULL)
          return FALSE;
        g_ptr_array_add (sheet->cards, card);
      }
  sheet->letter = patal_letter_ref (g_ptr_array_index (sheet->cards, 0));
  return TRUE;
}

static gboolean
add_of_batches (Making *making, GError **error)
{
  for (guint i = 0; i < making->fitting->len; i++)
    {
      const PatalPaperBatch *batch = g_ptr_array_index (making->fitting, i);
      gboolean added;

      if (patal_training_paper_is_table (making->order->paper))
        added = add_table (making, batch, error);
      else if (making->order->paper == PATAL_TRAINING_PAPER_NAME_CARDS)
        added = add_cards (making, batch, error);
      else
        added = add_letter (making, 0, &batch, 1, error);
      if (!added || !patal_progress_step (making->progress, i, making->fitting->len, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_certificates (Making *making, GError **error)
{
  for (guint i = 0; i < making->fitting->len; i++)
    {
      const PatalPaperBatch *batch = g_ptr_array_index (making->fitting, i);

      for (guint p = 0; p < batch->people->len; p++)
        {
          const PatalPaperPerson *person = g_ptr_array_index (batch->people, p);
          const char *number = next_number (making);
          PatalTrainingSheet *sheet;

          if (!person->trained || (making->order->person != 0 && person->person != making->order->person)
              || (making->order->block != 0 && person->block != making->order->block))
            continue;
          sheet = add_sheet (making, 0, batch->batch.id, person->id, person->name);
          sheet->name = g_strdup (person->name);
          sheet->letter = letter_of_person (making, batch, person, number, sheet->title, error);
          if (sheet->letter == NULL)
            return FALSE;
        }
      if (!patal_progress_step (making->progress, i, making->fitting->len, error))
        return FALSE;
    }
  return TRUE;
}

GPtrArray *
patal_training_sheets (PatalDb *db, const PatalTrainingPaperOrder *order, const char *const *numbers, const PatalProgress *progress, GError **error)
{
  static gboolean (*const add[]) (Making *, GError **) = {
    [PATAL_PAPER_FOR_TRAINING] = add_of_training, [PATAL_PAPER_FOR_BLOCK] = add_of_blocks,
    [PATAL_PAPER_FOR_BATCH] = add_of_batches, [PATAL_PAPER_FOR_PERSON] = add_certificates,
  };
  g_autoptr (PatalPaperFacts) facts = NULL;
  g_autoptr (PatalLetterTemplate) template = NULL;
  g_autoptr (GPtrArray) sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) patal_training_sheet_free), fitting = g_ptr_array_new ();
  Making making = { .db = db, .order = order, .numbers = numbers, .progress = progress, .sheets = sheets, .fitting = fitting };

  if (!patal_training_paper_is_table (order->paper))
    {
      template = patal_paper_template (db, order->paper, error);
      if (template == NULL)
        return NULL;
    }
  facts = patal_paper_facts_read (db, order->training, order->batch, order->words, error);
  making.facts = facts;
  making.template = template;
  return facts != NULL && find_fitting (&making, error) && add[papers[order->paper].about] (&making, error) ? g_steal_pointer (&sheets) : NULL;
}

gboolean
patal_training_paper_refuse (const PatalTrainingPaperOrder *order, PatalDb *db, GError **error)
{
  static const char *const sentences[PATAL_N_TRAINING_PAPERS] = {
    [PATAL_TRAINING_PAPER_ORDER] = N_("No batch of this training has a day yet: an order needs one"),
    [PATAL_TRAINING_PAPER_NOMINATION] = N_("Nobody is nominated yet in a batch that has a day"),
    [PATAL_TRAINING_PAPER_REMINDER] = N_("No batch with people nominated is still to come: there is nothing to remind of"),
    [PATAL_TRAINING_PAPER_ATTENDANCE] = N_("Nobody is nominated yet: an attendance sheet would be empty"),
    [PATAL_TRAINING_PAPER_SESSION_PLAN] = N_("The course has no sessions yet: write them into the course first"),
    [PATAL_TRAINING_PAPER_NAME_CARDS] = N_("Nobody is nominated yet: there is nobody to make a card for"),
    [PATAL_TRAINING_PAPER_FEEDBACK] = N_("No batch of this training has a day yet: the form says when and where it was"),
    [PATAL_TRAINING_PAPER_ABSENT] = N_("Of no batch that was held was anybody absent"),
    [PATAL_TRAINING_PAPER_POSTPONEMENT] = N_("No batch was moved or called off after people had been told of it"),
    [PATAL_TRAINING_PAPER_BILL] = N_("No expenditure of a batch is entered yet"),
    [PATAL_TRAINING_PAPER_CERTIFICATE] = N_("Nobody is trained yet: a certificate is given once a batch was held and its attendance is entered"),
  };

  if (order->paper == PATAL_TRAINING_PAPER_CERTIFICATE && order->person != 0)
    {
      g_autofree char *name = patal_person_name (db, order->person, patal_words_lang (order->words));

      g_set_error (error, PATAL_TRAINING_PAPER_ERROR, PATAL_TRAINING_PAPER_ERROR_NOT_TRAINED,
                   _("%s is not trained: was not there for long enough, or the batch was not held"), name);
      return FALSE;
    }
  g_set_error_literal (error, PATAL_TRAINING_PAPER_ERROR,
                       order->paper == PATAL_TRAINING_PAPER_CERTIFICATE ? PATAL_TRAINING_PAPER_ERROR_NOT_TRAINED : PATAL_TRAINING_PAPER_ERROR_NOTHING,
                       _(sentences[order->paper]));
  return FALSE;
}
