/* patal-roll-import.c: who is called to batches, and who came, out of sheets
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whoever is named in a list of attendance without having been called is asked for, as is who is not in the file at all. */
#include "patal-roll-import.h"
#include "patal-person.h"
#include "patal-roll-row.h"
#include "patal-text.h"
#include "patal-training-private.h"
#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  PatalDb       *db;       /* of the preview */
  guint          n_fields; /* PATAL_ROLL_N_FIELDS: attendance, else nominations */
  PatalRollBook *book;
  GHashTable    *rows;     /* row → the person (gint64) that it means, or may mean; 0: somebody new */
  GHashTable    *called;   /* "training module person" → the number of the batch where an earlier row calls the person */
  GHashTable    *more;     /* batch → how many rows before call somebody */
  GHashTable    *added;    /* who was added, by mobile, else by name and batch → the person (gint64) */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  if (job == NULL)
    return;
  patal_roll_book_free (job->book);
  g_hash_table_unref (job->rows);
  g_hash_table_unref (job->called);
  g_hash_table_unref (job->more);
  g_hash_table_unref (job->added);
  g_free (job);
}

static Job *
begin (PatalDb *db, const gboolean *mapped, guint n_fields, GError **error)
{
  Job *job;

  if (!mapped[PATAL_ROLL_NAME] && !mapped[PATAL_ROLL_NAME_EN])
    {
      g_set_error_literal (error, PATAL_PERSON_ERROR, PATAL_PERSON_ERROR_NAME, _("A list of participants needs a column with the name"));
      return NULL;
    }
  job = g_new0 (Job, 1);
  job->db = db;
  job->n_fields = n_fields;
  job->rows = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  job->called = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  job->more = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  job->added = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  job->book = patal_roll_book_new (db, patal_day_today (), error);
  if (job->book != NULL)
    return job;
  job_free (job);
  return NULL;
}

static gpointer
begin_nominations (PatalDb *db, const gboolean *mapped, GError **error)
{
  return begin (db, mapped, PATAL_ROLL_N_CALL_FIELDS, error);
}

static gpointer
begin_attendance (PatalDb *db, const gboolean *mapped, GError **error)
{
  return begin (db, mapped, PATAL_ROLL_N_FIELDS, error);
}

/* ---- what becomes of a row ---- */

static const char *
name_of (const PatalPersonRow *who)
{
  return who->names[PATAL_LANG_HI] != NULL ? who->names[PATAL_LANG_HI] : who->names[PATAL_LANG_EN];
}

static void
refuse (PatalVerdict *verdict, int field, char *reason)
{
  *verdict = (PatalVerdict) { .fate = PATAL_FATE_REFUSED, .field = field, .reason = reason };
}

static void
doubt (PatalVerdict *verdict, int field, gint64 candidate, PatalDoubt kind, const char *msgid, const char *name)
{
  *verdict = (PatalVerdict) {
    .fate = PATAL_FATE_DOUBTFUL, .field = field, .candidate = candidate, .doubt = kind, .question = g_quark_from_string (msgid),
    .reason = patal_label_text (PATAL_LABEL (msgid, name), NULL),
  };
}

/* (transfer full): what an earlier row of the list is known by that calls @person to a batch of the same module. */
static char *
calling_key (const PatalRollBatch *batch, gint64 person)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT, batch->training, batch->batch.module, person);
}

/* Whether the rules let @person be called; else why not. */
static gboolean
may_call (Job *job, const PatalRollRow *row, gint64 person, int field, PatalVerdict *verdict)
{
  g_autofree char *key = calling_key (row->batch, person);
  guint more = GPOINTER_TO_UINT (g_hash_table_lookup (job->more, &row->batch->batch.id)) + 1;
  int elsewhere = GPOINTER_TO_INT (g_hash_table_lookup (job->called, key));
  g_autoptr (GError) error = NULL;

  if (elsewhere != 0)
    {
      g_autofree char *no = g_strdup_printf ("%d", elsewhere);

      refuse (verdict, field, patal_broken_rule_text (PATAL_BROKEN (PATAL_TRAINING_ERROR_PERSON_TWICE, name_of (&row->who), no), NULL));
      return FALSE;
    }
  if (!patal_nomination_check (job->db, row->batch->batch.id, person, more, &error))
    {
      refuse (verdict, field, g_strdup (error->message));
      return FALSE;
    }
  g_hash_table_insert (job->called, g_steal_pointer (&key), GINT_TO_POINTER (row->batch->batch.no));
  g_hash_table_replace (job->more, g_memdup2 (&row->batch->batch.id, sizeof (gint64)), GUINT_TO_POINTER (more));
  return TRUE;
}

static PatalNomination *
nomination_of (PatalDb *db, gint64 batch, gint64 person, GError **error)
{
  g_autoptr (GPtrArray) nominations = patal_nominations (db, batch, error);

  for (guint i = 0; nominations != NULL && i < nominations->len; i++)
    {
      const PatalNomination *own = g_ptr_array_index (nominations, i);

      if (own->person == person && own->status == PATAL_NOMINEE_NOMINATED)
        return g_ptr_array_steal_index (nominations, i);
    }
  return NULL;
}

/* What the row adds to what is said: a half-day of which it says nothing stays as it was. */
static void
merge_marks (const PatalNomination *own, const PatalRollRow *row, char *out)
{
  gsize length = strlen (own->marks);

  for (gsize half = 0; row->marks[half] != '\0'; half++)
    out[half] = row->marks[half] != '-' ? row->marks[half] : half < length ? own->marks[half] : '-';
  out[strlen (row->marks)] = '\0';
}

static gboolean
alters (const PatalNomination *own, const PatalRollRow *row)
{
  char marks[PATAL_MOST_HALF_DAYS + 1];

  merge_marks (own, row, marks);
  for (gsize half = 0; marks[half] != '\0'; half++)
    if (marks[half] != (half < strlen (own->marks) ? own->marks[half] : '-'))
      return TRUE;
  return (row->pre >= 0 && row->pre != own->pre) || (row->post >= 0 && row->post != own->post);
}

static void
judge_called (Job *job, const PatalRollRow *row, gint64 person, PatalVerdict *verdict)
{
  GError *error = NULL;
  PatalNomination *own;

  verdict->fate = PATAL_FATE_SAME;
  if (job->n_fields != PATAL_ROLL_N_FIELDS)
    return;
  own = nomination_of (job->db, row->batch->batch.id, person, &error);
  if (error != NULL)
    {
      refuse (verdict, -1, g_strdup (error->message));
      g_error_free (error);
    }
  else if (own != NULL && alters (own, row))
    verdict->fate = PATAL_FATE_CHANGED;
  patal_nomination_free (own);
}

static void
judge_known (Job *job, const PatalRollRow *row, gint64 person, int field, PatalVerdict *verdict)
{
  g_autofree char *key = calling_key (row->batch, person);

  if (patal_training_has (row->batch->people, person))
    judge_called (job, row, person, verdict);
  else if (GPOINTER_TO_INT (g_hash_table_lookup (job->called, key)) == row->batch->batch.no)
    verdict->fate = PATAL_FATE_SAME; /* an earlier row says so */
  else if (!may_call (job, row, person, field, verdict))
    return;
  else if (job->n_fields == PATAL_ROLL_N_FIELDS)
    doubt (verdict, field, person, PATAL_DOUBT_UNKNOWN, N_("“{1}” was not called to this batch: did this person come all the same?"), name_of (&row->who));
  else
    verdict->fate = PATAL_FATE_NEW;
}

static void
judge (gpointer data, guint row_number, const char *const *cells, PatalVerdict *verdict)
{
  Job *job = data;
  g_auto (PatalRollRow) row = { 0 };
  int field = cells[PATAL_ROLL_NAME] != NULL ? PATAL_ROLL_NAME : PATAL_ROLL_NAME_EN;
  PatalPersonFinder *people = patal_roll_book_people (job->book);
  PatalPersonMatch match;

  *verdict = (PatalVerdict) { .fate = PATAL_FATE_SAME, .field = -1 };
  if (!patal_roll_row_read (job->book, cells, job->n_fields, &row, &verdict->field, &verdict->reason))
    {
      verdict->fate = PATAL_FATE_REFUSED;
      return;
    }
  match = patal_person_finder_among (people, &row.who, row.batch->people);
  if (match.person == 0)
    match = patal_person_finder_find (people, &row.who);
  g_hash_table_insert (job->rows, GUINT_TO_POINTER (row_number), g_memdup2 (&match.person, sizeof match.person));
  if (match.person == 0)
    doubt (verdict, field, 0, PATAL_DOUBT_UNKNOWN, N_("“{1}” is not in the file: is this person to be added?"), name_of (&row.who));
  else if (match.doubt != NULL)
    doubt (verdict, field, match.person, PATAL_DOUBT_TWIN, match.doubt, patal_person_finder_name (people, match.person));
  else if (row.who.unsure != NULL)
    *verdict = (PatalVerdict) {
      .fate = PATAL_FATE_DOUBTFUL, .field = patal_roll_field_of_person (row.who.unsure_field, cells), .candidate = row.who.unsure_unit,
      .doubt = PATAL_DOUBT_PLACE, .reason = g_strdup (row.who.unsure),
    };
  else
    judge_known (job, &row, match.person, field, verdict);
}

/* ---- into the file ---- */

/* Once for all rows that mean the same. */
static gboolean
add_person (Job *job, PatalDb *db, const PatalRollRow *row, gint64 *person, GError **error)
{
  PatalPerson added = { .name_hi = (char *) row->who.names[PATAL_LANG_HI], .name_en = (char *) row->who.names[PATAL_LANG_EN],
                        .mobile = row->who.mobile };
  g_autofree char *name = patal_text_fold (name_of (&row->who), PATAL_FOLD_MATCH), *key = NULL;
  const gint64 *before;

  key = row->who.mobile != NULL ? g_strdup (row->who.mobile) : g_strdup_printf ("%s@%" G_GINT64_FORMAT, name, row->who.unit);
  before = g_hash_table_lookup (job->added, key);
  if (before == NULL && !patal_person_insert (db, &added, error))
    return FALSE;
  *person = before != NULL ? *before : added.id;
  if (before == NULL)
    g_hash_table_insert (job->added, g_steal_pointer (&key), g_memdup2 (person, sizeof *person));
  return TRUE;
}

static gboolean
set_attendance (PatalDb *db, const PatalNomination *own, const PatalRollRow *row, GError **error)
{
  PatalMarks marks = { .nomination = own->id };

  merge_marks (own, row, marks.marks);
  return patal_attendance_set (db, own->batch, &marks, 1, patal_day_today (), error)
         && ((row->pre < 0 && row->post < 0)
             || patal_test_set (db, own->id, row->pre >= 0 ? row->pre : own->pre, row->post >= 0 ? row->post : own->post, error));
}

static gboolean
enter (Job *job, PatalDb *db, const PatalRollRow *row, gint64 person, gboolean *adds, GError **error)
{
  gint64 batch = row->batch->batch.id, posting;
  GError *local = NULL;
  PatalNomination *own = nomination_of (db, batch, person, &local);
  gboolean ok = local == NULL;

  *adds = ok && own == NULL;
  if (*adds)
    {
      ok = patal_nomination_posting (db, batch, person, &posting, &local) && patal_nominate (db, batch, person, posting, &local);
      own = ok ? nomination_of (db, batch, person, &local) : NULL;
      ok = own != NULL;
    }
  if (ok && job->n_fields == PATAL_ROLL_N_FIELDS)
    ok = set_attendance (db, own, row, &local);
  patal_nomination_free (own);
  if (local != NULL)
    g_propagate_error (error, local);
  return ok;
}

static gboolean
apply (gpointer data, PatalDb *db, guint row_number, const char *const *cells, const PatalVerdict *verdict, PatalDoubtful doubtful,
       gboolean *adds, GError **error)
{
  Job *job = data;
  const gint64 *planned = g_hash_table_lookup (job->rows, GUINT_TO_POINTER (row_number));
  gboolean apart = verdict->fate == PATAL_FATE_DOUBTFUL && verdict->doubt == PATAL_DOUBT_TWIN && doubtful == PATAL_DOUBTFUL_NEW;
  g_auto (PatalRollRow) row = { 0 };
  g_autofree char *reason = NULL;
  int field;
  gboolean read = patal_roll_row_read (job->book, cells, job->n_fields, &row, &field, &reason);
  gint64 person;

  g_return_val_if_fail (read && planned != NULL, FALSE); /* judged otherwise before */
  person = apart ? 0 : *planned;
  return (person != 0 || add_person (job, db, &row, &person, error)) && enter (job, db, &row, person, adds, error);
}

/* ---- what the preview tells ---- */

static char *
describe (gpointer data, PatalDb *db, gint64 candidate)
{
  const char *name = patal_person_finder_name (patal_roll_book_people (((Job *) data)->book), candidate);

  return name != NULL ? g_strdup (name) : patal_unit_name (db, candidate, PATAL_LANG_HI);
}

/* Of the half-days from @first on what the file has, where the row says something else: "P", "A", "P A". */
static void
recall_marks (const PatalNomination *own, const char *marks, const char *const *cells, int at, guint first, guint n, char **values)
{
  g_autoptr (GString) was = g_string_new (NULL);
  gsize length = strlen (own->marks);
  gboolean otherwise = FALSE;

  if (cells[at] == NULL || first + n > strlen (marks))
    return;
  for (guint half = first; half < first + n; half++)
    {
      char mark = half < length ? own->marks[half] : '-';

      otherwise = otherwise || mark != marks[half];
      g_string_append_printf (was, "%s%c", was->len > 0 ? " " : "", mark);
    }
  if (otherwise)
    values[at] = strpbrk (was->str, "PA") != NULL ? g_strdup (was->str) : g_strdup ("");
}

static void
recall_test (int was, int now, int at, char **values)
{
  if (now >= 0 && now != was)
    values[at] = was >= 0 ? g_strdup_printf ("%d", was) : g_strdup ("");
}

static void
recall (gpointer data, PatalDb *db, guint row_number, const char *const *cells, const PatalVerdict *verdict, char **values)
{
  Job *job = data;
  const gint64 *person = g_hash_table_lookup (job->rows, GUINT_TO_POINTER (row_number));
  g_auto (PatalRollRow) row = { 0 };
  g_autofree char *reason = NULL;
  char marks[PATAL_MOST_HALF_DAYS + 1];
  PatalNomination *own;
  int field;

  if (verdict->fate != PATAL_FATE_CHANGED || person == NULL || !patal_roll_row_read (job->book, cells, job->n_fields, &row, &field, &reason))
    return;
  own = nomination_of (db, row.batch->batch.id, *person, NULL);
  if (own == NULL)
    return;
  merge_marks (own, &row, marks);
  recall_marks (own, marks, cells, PATAL_ROLL_MARKS, 0, (guint) strlen (marks), values);
  for (guint day = 0; day < PATAL_ROLL_DAYS; day++)
    {
      recall_marks (own, marks, cells, PATAL_ROLL_DAY + (int) day, 2 * day, 2, values);
      recall_marks (own, marks, cells, PATAL_ROLL_HALF + 2 * (int) day, 2 * day, 1, values);
      recall_marks (own, marks, cells, PATAL_ROLL_HALF + 2 * (int) day + 1, 2 * day + 1, 1, values);
    }
  recall_test (own->pre, row.pre, PATAL_ROLL_PRE, values);
  recall_test (own->post, row.post, PATAL_ROLL_POST_TEST, values);
  patal_nomination_free (own);
}

static const PatalSharedField shared[] = {
  PATAL_SHARED_FIELD (PATAL_ROLL_COURSE),
  PATAL_SHARED_FIELD (PATAL_ROLL_FY),
  PATAL_SHARED_FIELD (PATAL_ROLL_BATCH),
  { .field = -1 },
};

const PatalImport patal_nomination_import = {
  .name = "nominations",
  .title = N_("Nominations"),
  .fields = patal_roll_fields,
  .n_fields = PATAL_ROLL_N_CALL_FIELDS,
  .shared = shared,
  .begin = begin_nominations,
  .judge = judge,
  .apply = apply,
  .end = job_free,
  .describe = describe,
  .label = PATAL_N_PLURAL ("Imported {n} nomination from {1}", "Imported {n} nominations from {1}"),
};

const PatalImport patal_attendance_import = {
  .name = "attendance",
  .title = N_("Attendance"),
  .fields = patal_roll_fields,
  .n_fields = PATAL_ROLL_N_FIELDS,
  .shared = shared,
  .begin = begin_attendance,
  .judge = judge,
  .apply = apply,
  .end = job_free,
  .describe = describe,
  .recall = recall,
  .label = PATAL_N_PLURAL ("Imported the attendance of {n} person from {1}", "Imported the attendance of {n} people from {1}"),
};
