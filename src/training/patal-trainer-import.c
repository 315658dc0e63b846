/* patal-trainer-import.c: master trainers out of a sheet
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A trainer is a person of the file; who is not in it is asked for, and comes into it as a person whose home is the place of the row. */
#include "patal-label.h"
#include "patal-course-row.h"
#include "patal-person-finder.h"
#include "patal-subject.h"
#include "patal-text.h"
#include "patal-trainer.h"
#include "patal-training-private.h"
#include <glib/gi18n-lib.h>

enum
{
  NAME, NAME_EN, MOBILE, POST, DISTRICT, BLOCK, BLOCK_HI, GP, GP_HI, CODE, SOURCE, SUBJECTS, MOST_DAYS, FROM, TO, REMARK, N_FIELDS
};

#define WORDS(...) (const char *const[]) { __VA_ARGS__, NULL }
static const PatalImportField fields[N_FIELDS] = {
  [NAME] = { "name", N_("Name (Hindi)"),
    WORDS ("name_hi", "नाम", "मास्टर ट्रेनर", "मास्टर ट्रेनर का नाम", "प्रशिक्षक का नाम"), PATAL_FIELD_NAME },
  [NAME_EN] = { "name_en", N_("Name (English)"),
    WORDS ("name_en", "name", "trainer", "master trainer", "name of master trainer"), PATAL_FIELD_TEXT },
  [MOBILE] = { "mobile", N_("Mobile"),
    WORDS ("mobile", "मोबाइल", "मोबाईल", "मोबाइल नंबर", "mobile no", "mobile number", "phone"), PATAL_FIELD_TEXT },
  [POST] = { "post", N_("Post"), WORDS ("post", "पद", "पदनाम", "designation"), PATAL_FIELD_NAME },
  [DISTRICT] = { "district", N_("District"), WORDS ("district", "जिला", "district_name"), PATAL_FIELD_NAME },
  [BLOCK] = { "block", N_("Block (English)"), WORDS ("block", "block_name"), PATAL_FIELD_TEXT },
  [BLOCK_HI] = { "block_hi", N_("Block (Hindi)"),
    WORDS ("block_hi", "विकासखण्ड", "विकास खण्ड", "जनपद पंचायत", "क्षेत्र पंचायत", "ब्लॉक", "प्रखंड"),
                 PATAL_FIELD_NAME },
  [GP] = { "gp", N_("Gram panchayat (English)"),
    WORDS ("gp", "gp_name", "gram panchayat", "panchayat", "gram panchayat / office"), PATAL_FIELD_TEXT },
  [GP_HI] = { "gp_hi", N_("Gram panchayat (Hindi)"),
    WORDS ("gp_hi", "ग्राम पंचायत", "ग्राम पंचायत का नाम", "पंचायत", "ग्राम पंचायत / कार्यालय",
    "ग्राम पंचायत/कार्यालय"), PATAL_FIELD_NAME },
  [CODE] = { "gp_lgd", N_("Gram panchayat (LGD code)"),
    WORDS ("gp_lgd", "code", "gp code", "lgd code", "एल.जी.डी. कोड", "ग्राम पंचायत कोड"),
             PATAL_FIELD_CODE },
  [SOURCE] = { "source", N_("Where the trainer comes from"),
    WORDS ("source", "स्रोत", "प्रकार", "kind"), PATAL_FIELD_NAME },
  [SUBJECTS] = { "subjects", N_("Activity"),
    WORDS ("subjects", "गतिविधि", "विषय", "activity", "activities", "subject"), PATAL_FIELD_NAME },
  [MOST_DAYS] = { "most_days", N_("Days at most"),
    WORDS ("most_days", "अधिकतम दिवस", "days at most"), PATAL_FIELD_NUMBER },
  [FROM] = { "from", N_("Free from"),
    WORDS ("from", "उपलब्ध दिनांक से", "दिनांक से", "free from", "available from"), PATAL_FIELD_DAY },
  [TO] = { "to", N_("Free until"),
    WORDS ("to", "उपलब्ध दिनांक तक", "दिनांक तक", "free until", "available until"), PATAL_FIELD_DAY },
  [REMARK] = { "remark", N_("Remark"),
    WORDS ("remark", "टिप्पणी", "रिमार्क", "remarks", "अभ्युक्ति"), PATAL_FIELD_NAME },
};

static const struct { const char *words; PatalTrainerSource source; } sources[] = {
  { "model_gp|model gp|आदर्श ग्राम पंचायत|मॉडल ग्राम पंचायत|रिसोर्स ग्राम पंचायत", PATAL_TRAINER_MODEL_GP },
  { "officer|अधिकारी|कार्यक्रम अधिकारी", PATAL_TRAINER_OFFICER },
  { "technical|तकनीकी|तकनीकी सहायक|technical assistant", PATAL_TRAINER_TECHNICAL },
  { "faculty|संकाय|फैकल्टी|संकाय सदस्य", PATAL_TRAINER_FACULTY },
  { "other|अन्य", PATAL_TRAINER_OTHER },
};

typedef struct /* a trainer of the file, or of earlier rows */
{
  PatalTrainer trainer;
  GPtrArray   *days; /* PatalPersonDays */
} Known;

typedef struct
{
  PatalPersonFinder *people;
  PatalPostFinder   *posts;
  PatalUnitFinder   *units;
  GPtrArray         *subjects;
  GHashTable        *known; /* person → Known */
  GHashTable        *added; /* who was added, by mobile, else by name and place → the person (gint64) */
  GHashTable        *rows;  /* row → the person (gint64) that it means, or may mean; 0: somebody new */
} Job;

/* What a row says, beside who it is. */
typedef struct
{
  PatalPersonRow who;
  gint64         home;    /* 0: not said */
  GArray        *subjects;
  int            source;  /* -1: not said */
  int            most_days;
  PatalSpan      free;
  const char    *remark;
} Row;

static void
row_clear (Row *row)
{
  patal_person_row_clear (&row->who);
  g_clear_pointer (&row->subjects, g_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Row, row_clear)

static void
known_free (gpointer data)
{
  Known *known = data;

  patal_trainer_clear (&known->trainer);
  g_ptr_array_unref (known->days);
  g_free (known);
}

static void
job_free (gpointer data)
{
  Job *job = data;

  if (job == NULL)
    return;
  patal_person_finder_free (job->people);
  patal_post_finder_free (job->posts);
  patal_unit_finder_free (job->units);
  g_clear_pointer (&job->subjects, g_ptr_array_unref);
  g_hash_table_unref (job->known);
  g_hash_table_unref (job->added);
  g_hash_table_unref (job->rows);
  g_free (job);
}

static gboolean
read_known (Job *job, PatalDb *db, GError **error)
{
  g_autoptr (GPtrArray) trainers = patal_trainers (db, error);

  for (guint i = 0; trainers != NULL && i < trainers->len; i++)
    {
      const PatalTrainer *trainer = g_ptr_array_index (trainers, i);
      GPtrArray *days = patal_person_days (db, trainer->person, error);
      Known *known;

      if (days == NULL)
        return FALSE;
      known = g_new0 (Known, 1);
      known->trainer = *trainer;
      known->trainer.remark = g_strdup (trainer->remark);
      known->trainer.subjects = g_array_copy (trainer->subjects);
      known->days = days;
      g_hash_table_insert (job->known, g_memdup2 (&trainer->person, sizeof trainer->person), known);
    }
  return trainers != NULL;
}

static gpointer
begin (PatalDb *db, const gboolean *mapped, GError **error)
{
  Job *job;

  if (!mapped[NAME] && !mapped[NAME_EN])
    {
      g_set_error_literal (error, PATAL_PERSON_ERROR, PATAL_PERSON_ERROR_NAME, _("A list of trainers needs a column with the name"));
      return NULL;
    }
  job = g_new0 (Job, 1);
  job->known = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, known_free);
  job->added = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  job->rows = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  job->people = patal_person_finder_new (db, patal_day_today (), error);
  job->posts = job->people != NULL ? patal_post_finder_new (db, error) : NULL;
  job->units = job->posts != NULL ? patal_unit_finder_new (db, error) : NULL;
  job->subjects = job->units != NULL ? patal_subjects (db, error) : NULL;
  if (job->subjects != NULL && read_known (job, db, error))
    return job;
  job_free (job);
  return NULL;
}

/* ---- what a row says ---- */

static gboolean
refuse (PatalVerdict *verdict, int field, char *reason)
{
  *verdict = (PatalVerdict) { .fate = PATAL_FATE_REFUSED, .field = field, .reason = reason };
  return FALSE;
}

/* The field of this list for one of a list of people. */
static int
field_of_person (int field, const char *const *cells)
{
  switch (field)
    {
    case PATAL_PERSON_FIELD_MOBILE: return MOBILE;
    case PATAL_PERSON_FIELD_POST: return POST;
    case PATAL_PERSON_FIELD_DISTRICT: return DISTRICT;
    case PATAL_PERSON_FIELD_BLOCK: return BLOCK;
    case PATAL_PERSON_FIELD_BLOCK_HI: return BLOCK_HI;
    case PATAL_PERSON_FIELD_GP: return GP;
    case PATAL_PERSON_FIELD_GP_HI: return GP_HI;
    case PATAL_PERSON_FIELD_GP_CODE: return CODE;
    case PATAL_PERSON_FIELD_REMARK: return REMARK;
    default: return cells[NAME] != NULL ? NAME : NAME_EN;
    }
}

/* Of somebody without a post the place is where he or she comes from. */
static gboolean
read_home (Job *job, const char *const *cells, Row *row, PatalVerdict *verdict)
{
  const PatalUnitWords words[PATAL_N_LEVELS] = {
    [PATAL_LEVEL_DISTRICT] = { NULL, { cells[DISTRICT] } },
    [PATAL_LEVEL_BLOCK] = { NULL, { cells[BLOCK_HI], cells[BLOCK] } },
    [PATAL_LEVEL_GP] = { cells[CODE], { cells[GP_HI], cells[GP] } },
  };
  gboolean gp = cells[CODE] != NULL || cells[GP_HI] != NULL || cells[GP] != NULL, block = cells[BLOCK_HI] != NULL || cells[BLOCK] != NULL;
  PatalUnitMatch match;

  if (!patal_unit_words_any (words))
    return TRUE;
  match = patal_unit_finder_find (job->units, words, gp ? PATAL_LEVEL_GP : block ? PATAL_LEVEL_BLOCK : PATAL_LEVEL_DISTRICT);
  if (match.unit == 0)
    return refuse (verdict, gp ? (cells[GP_HI] != NULL ? GP_HI : cells[GP] != NULL ? GP : CODE)
                            : block ? (cells[BLOCK_HI] != NULL ? BLOCK_HI : BLOCK) : DISTRICT, match.reason);
  row->home = match.unit;
  row->who.unsure = match.reason;
  row->who.unsure_unit = match.unit;
  row->who.unsure_field = gp ? PATAL_PERSON_FIELD_GP_HI : PATAL_PERSON_FIELD_BLOCK_HI;
  return TRUE;
}

static gboolean
read_who (Job *job, const char *const *cells, Row *row, PatalVerdict *verdict)
{
  const char *own[PATAL_PERSON_N_FIELDS] = {
    [PATAL_PERSON_FIELD_NAME_HI] = cells[NAME], [PATAL_PERSON_FIELD_NAME_EN] = cells[NAME_EN], [PATAL_PERSON_FIELD_MOBILE] = cells[MOBILE],
    [PATAL_PERSON_FIELD_REMARK] = cells[REMARK],
  };
  int field = -1;
  char *reason = NULL;

  if (cells[POST] != NULL)
    {
      own[PATAL_PERSON_FIELD_POST] = cells[POST];
      own[PATAL_PERSON_FIELD_DISTRICT] = cells[DISTRICT];
      own[PATAL_PERSON_FIELD_BLOCK] = cells[BLOCK];
      own[PATAL_PERSON_FIELD_BLOCK_HI] = cells[BLOCK_HI];
      own[PATAL_PERSON_FIELD_GP] = cells[GP];
      own[PATAL_PERSON_FIELD_GP_HI] = cells[GP_HI];
      own[PATAL_PERSON_FIELD_GP_CODE] = cells[CODE];
    }
  if (!patal_person_row_read (&row->who, own, job->posts, job->units, &field, &reason))
    return refuse (verdict, field_of_person (field, cells), reason);
  if (row->who.nobody)
    return refuse (verdict, cells[NAME] != NULL ? NAME : NAME_EN, g_strdup (_("Write who the trainer is")));
  return cells[POST] != NULL || read_home (job, cells, row, verdict);
}

static gboolean
read_subjects (Job *job, const char *cell, Row *row, PatalVerdict *verdict)
{
  g_auto (GStrv) words = cell != NULL ? patal_course_row_words (cell) : NULL;

  row->subjects = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    {
      const PatalSubject *subject = patal_subject_among (job->subjects, words[i]);

      if (subject == NULL)
        return refuse (verdict, SUBJECTS, patal_label_text (PATAL_LABEL (
          N_("No course teaches “{1}”: import the courses first, or correct the word"), words[i]), NULL));
      g_array_append_val (row->subjects, subject->id);
    }
  return TRUE;
}

static gboolean
read_source (const char *cell, Row *row, PatalVerdict *verdict)
{
  row->source = -1;
  for (gsize i = 0; cell != NULL && i < G_N_ELEMENTS (sources) && row->source < 0; i++)
    {
      g_auto (GStrv) words = g_strsplit (sources[i].words, "|", -1);

      if (patal_training_names ((const char *const *) words, g_strv_length (words), cell))
        row->source = (int) sources[i].source;
    }
  return cell == NULL || row->source >= 0
         || refuse (verdict, SOURCE, g_strdup (_("A trainer comes from a model gram panchayat, is an officer, technical staff, faculty or other")));
}

static gboolean
read_days (const char *const *cells, Row *row, PatalVerdict *verdict)
{
  row->most_days = cells[MOST_DAYS] != NULL ? (int) CLAMP (g_ascii_strtoll (cells[MOST_DAYS], NULL, 10), 0, G_MAXINT16) : -1;
  row->free = (PatalSpan) { patal_day_from_iso (cells[FROM]), patal_day_from_iso (cells[TO]) };
  if ((row->free.from == PATAL_DAY_NONE) != (row->free.to == PATAL_DAY_NONE))
    return refuse (verdict, cells[FROM] == NULL ? FROM : TO, g_strdup (_("Give both days, from and until, or neither")));
  return row->free.to >= row->free.from || refuse (verdict, TO, g_strdup (_("It ends before it begins")));
}

static gboolean
read_row (Job *job, const char *const *cells, Row *row, PatalVerdict *verdict)
{
  row->remark = cells[REMARK];
  return read_who (job, cells, row, verdict) && read_subjects (job, cells[SUBJECTS], row, verdict)
         && read_source (cells[SOURCE], row, verdict) && read_days (cells, row, verdict);
}

/* Where a list does not say where its trainers come from. */
static PatalTrainerSource
usual_source (const PatalPost *post)
{
  if (post == NULL)
    return PATAL_TRAINER_OTHER;
  if (g_str_equal (post->code, "TA"))
    return PATAL_TRAINER_TECHNICAL;
  return post->level == PATAL_LEVEL_GP ? PATAL_TRAINER_MODEL_GP : PATAL_TRAINER_OFFICER;
}

/* ---- what becomes of it ---- */

/* TRUE where that changes the trainer. */
static gboolean
take (PatalTrainer *trainer, const Row *row)
{
  const PatalTrainer before = *trainer;
  guint n = trainer->subjects->len;
  gboolean remarked = row->remark != NULL && g_strcmp0 (row->remark, trainer->remark) != 0;

  if (row->source >= 0)
    trainer->source = (PatalTrainerSource) row->source;
  if (row->home != 0)
    trainer->home = row->home;
  if (row->most_days >= 0)
    trainer->most_days = row->most_days;
  for (guint i = 0; i < row->subjects->len; i++)
    if (!patal_training_has (trainer->subjects, g_array_index (row->subjects, gint64, i)))
      g_array_append_val (trainer->subjects, g_array_index (row->subjects, gint64, i));
  if (remarked)
    {
      g_free (trainer->remark);
      trainer->remark = g_strdup (row->remark);
    }
  return remarked || before.source != trainer->source || before.home != trainer->home || before.most_days != trainer->most_days
         || n != trainer->subjects->len;
}

static gboolean
is_new_span (const GPtrArray *days, PatalSpan span)
{
  for (guint i = 0; i < days->len; i++)
    {
      const PatalPersonDays *one = g_ptr_array_index (days, i);

      if (one->kind == PATAL_DAYS_FREE && one->span.from == span.from && one->span.to == span.to)
        return FALSE;
    }
  return span.from != PATAL_DAY_NONE;
}

static void
add_span (GPtrArray *days, PatalSpan span)
{
  PatalPersonDays *one = g_new0 (PatalPersonDays, 1);

  one->kind = PATAL_DAYS_FREE;
  one->span = span;
  g_ptr_array_add (days, one);
}

static void
doubt (PatalVerdict *verdict, int field, gint64 candidate, PatalDoubt kind, const char *msgid, const char *name)
{
  *verdict = (PatalVerdict) {
    .fate = PATAL_FATE_DOUBTFUL, .field = field, .candidate = candidate, .doubt = kind, .question = g_quark_from_string (msgid),
    .reason = patal_label_text (PATAL_LABEL (msgid, name), NULL),
  };
}

static const char *
name_of (const PatalPersonRow *row)
{
  return row->names[PATAL_LANG_HI] != NULL ? row->names[PATAL_LANG_HI] : row->names[PATAL_LANG_EN];
}

static void
plan_row (Job *job, guint row_number, gint64 person)
{
  g_hash_table_insert (job->rows, GUINT_TO_POINTER (row_number), g_memdup2 (&person, sizeof person));
}

/* Somebody whom the file does not know. */
static void
judge_unknown (Job *job, guint row_number, const Row *row, int field, PatalVerdict *verdict)
{
  const char *name = name_of (&row->who);

  if (row->home == 0 && row->who.unit == 0)
    {
      refuse (verdict, field, patal_broken_rule_text (PATAL_BROKEN (PATAL_TRAINING_ERROR_TRAINER_HOME, name), NULL));
      return;
    }
  plan_row (job, row_number, 0);
  doubt (verdict, field, 0, PATAL_DOUBT_UNKNOWN, N_("“{1}” is not in the file: is this person to be added?"), name);
}

static void
judge_known (Job *job, guint row_number, const Row *row, gint64 person, int field, PatalVerdict *verdict)
{
  Known *known = g_hash_table_lookup (job->known, &person);
  gboolean is_new = known == NULL, changed;

  if (is_new && row->home == 0 && !patal_person_finder_holds (job->people, person))
    {
      refuse (verdict, field, patal_broken_rule_text (
        PATAL_BROKEN (PATAL_TRAINING_ERROR_TRAINER_HOME, patal_person_finder_name (job->people, person)), NULL));
      return;
    }
  if (is_new)
    {
      known = g_new0 (Known, 1);
      patal_trainer_init (&known->trainer, person);
      known->trainer.source = usual_source (row->who.post);
      known->days = g_ptr_array_new_with_free_func ((GDestroyNotify) patal_person_days_free);
      g_hash_table_insert (job->known, g_memdup2 (&person, sizeof person), known);
    }
  changed = take (&known->trainer, row);
  if (is_new_span (known->days, row->free))
    {
      add_span (known->days, row->free);
      changed = TRUE;
    }
  plan_row (job, row_number, person);
  verdict->fate = is_new ? PATAL_FATE_NEW : changed ? PATAL_FATE_CHANGED : PATAL_FATE_SAME;
}

static void
judge (gpointer data, guint row_number, const char *const *cells, PatalVerdict *verdict)
{
  Job *job = data;
  g_auto (Row) row = { 0 };
  int field = cells[NAME] != NULL ? NAME : NAME_EN;
  PatalPersonMatch match;

  *verdict = (PatalVerdict) { .fate = PATAL_FATE_SAME, .field = -1 };
  if (!read_row (job, cells, &row, verdict))
    return;
  match = patal_person_finder_find (job->people, &row.who);
  if (match.person == 0)
    judge_unknown (job, row_number, &row, field, verdict);
  else if (match.doubt != NULL)
    {
      plan_row (job, row_number, match.person);
      doubt (verdict, field, match.person, PATAL_DOUBT_TWIN, match.doubt, patal_person_finder_name (job->people, match.person));
    }
  else if (row.who.unsure != NULL)
    {
      plan_row (job, row_number, match.person);
      *verdict = (PatalVerdict) {
        .fate = PATAL_FATE_DOUBTFUL, .field = field_of_person (row.who.unsure_field, cells), .candidate = row.who.unsure_unit,
        .doubt = PATAL_DOUBT_PLACE, .reason = g_strdup (row.who.unsure),
      };
    }
  else
    judge_known (job, row_number, &row, match.person, field, verdict);
}

/* A person who is not in the file, once for all rows that mean the same; home is where the row says. */
static gboolean
add_person (Job *job, PatalDb *db, Row *row, gint64 *person, GError **error)
{
  PatalPerson added = { .name_hi = (char *) row->who.names[PATAL_LANG_HI], .name_en = (char *) row->who.names[PATAL_LANG_EN],
                        .mobile = row->who.mobile };
  g_autofree char *name = patal_text_fold (name_of (&row->who), PATAL_FOLD_MATCH), *key = NULL;
  const gint64 *before;

  row->home = row->home != 0 ? row->home : row->who.unit;
  key = row->who.mobile != NULL ? g_strdup (row->who.mobile) : g_strdup_printf ("%s@%" G_GINT64_FORMAT, name, row->home);
  before = g_hash_table_lookup (job->added, key);
  if (before == NULL && !patal_person_insert (db, &added, error))
    return FALSE;
  *person = before != NULL ? *before : added.id;
  if (before == NULL)
    g_hash_table_insert (job->added, g_steal_pointer (&key), g_memdup2 (person, sizeof *person));
  return TRUE;
}

static gboolean
load_trainer (PatalDb *db, gint64 person, const Row *row, PatalTrainer *out, GError **error)
{
  gint64 id;

  if (!patal_db_int (db, "SELECT ifnull ((SELECT id FROM trainer WHERE person = ?1), 0)", PATAL_ARGS (PATAL_INT (person)), &id, error))
    return FALSE;
  if (id != 0)
    return patal_trainer_load (db, id, out, error);
  patal_trainer_init (out, person);
  out->source = usual_source (row->who.post);
  return TRUE;
}

static gboolean
write_days (PatalDb *db, gint64 person, PatalSpan span, GError **error)
{
  g_autoptr (GPtrArray) days = patal_person_days (db, person, error);

  if (days == NULL)
    return FALSE;
  return !is_new_span (days, span)
         || patal_person_days_put (db, &(PatalPersonDays) { .person = person, .kind = PATAL_DAYS_FREE, .span = span }, error);
}

static gboolean
apply (gpointer data, PatalDb *db, guint row_number, const char *const *cells, const PatalVerdict *verdict, PatalDoubtful doubtful,
       gboolean *adds, GError **error)
{
  Job *job = data;
  const gint64 *planned = g_hash_table_lookup (job->rows, GUINT_TO_POINTER (row_number));
  gboolean apart = verdict->fate == PATAL_FATE_DOUBTFUL && verdict->doubt == PATAL_DOUBT_TWIN && doubtful == PATAL_DOUBTFUL_NEW;
  g_auto (Row) row = { 0 };
  g_auto (PatalTrainer) trainer = { 0 };
  PatalVerdict unused = { 0 };
  gboolean read = read_row (job, cells, &row, &unused);
  gint64 person;

  g_free (unused.reason);
  g_return_val_if_fail (read && planned != NULL, FALSE); /* judged otherwise before */
  person = apart ? 0 : *planned;
  if ((person == 0 && !add_person (job, db, &row, &person, error)) || !load_trainer (db, person, &row, &trainer, error))
    return FALSE;
  *adds = trainer.id == 0;
  take (&trainer, &row);
  return patal_trainer_put (db, &trainer, error) && write_days (db, person, row.free, error);
}

static char *
describe (gpointer data, PatalDb *db, gint64 candidate)
{
  const char *name = patal_person_finder_name (((Job *) data)->people, candidate);

  return name != NULL ? g_strdup (name) : patal_unit_name (db, candidate, PATAL_LANG_HI);
}

static const PatalSharedField shared[] = {
  { BLOCK_HI, BLOCK, BLOCK_HI },
  { .field = -1 },
};

const PatalImport patal_trainer_import = {
  .name = "trainers",
  .title = N_("Master trainers"),
  .fields = fields,
  .n_fields = N_FIELDS,
  .shared = shared,
  .begin = begin,
  .judge = judge,
  .apply = apply,
  .end = job_free,
  .describe = describe,
  .label = PATAL_N_PLURAL ("Imported {n} master trainer from {1}", "Imported {n} master trainers from {1}"),
};
