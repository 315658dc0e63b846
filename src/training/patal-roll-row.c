/* patal-roll-row.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-roll-row.h"
#include "patal-text.h"
#include "patal-training-private.h"
#include <glib/gi18n-lib.h>
#include <string.h>

#define WORDS(...) (const char *const[]) { __VA_ARGS__, NULL }
#define DAY(n, digit, title) \
  [PATAL_ROLL_DAY + (n) - 1] = { "day_" digit, title, \
    WORDS ("day_" digit, "दिवस-" digit, "दिन-" digit, "दिनांक-" digit, "day " digit, "date " digit), PATAL_FIELD_TEXT }
#define FORENOON(n, digit, title) \
  [PATAL_ROLL_HALF + 2 * ((n) - 1)] = { "day_" digit "_fn", title, \
    WORDS ("day_" digit "_fn", "दिवस-" digit " पूर्वाह्न", "दिनांक-" digit " पूर्वाह्न", "दिन-" digit " पूर्वाह्न", "day " digit " forenoon", \
           "day " digit " fn", "day " digit " am", "date " digit " forenoon"), PATAL_FIELD_TEXT }
#define AFTERNOON(n, digit, title) \
  [PATAL_ROLL_HALF + 2 * (n) - 1] = { "day_" digit "_an", title, \
    WORDS ("day_" digit "_an", "दिवस-" digit " अपराह्न", "दिनांक-" digit " अपराह्न", "दिन-" digit " अपराह्न", "day " digit " afternoon", \
           "day " digit " an", "day " digit " pm", "date " digit " afternoon"), PATAL_FIELD_TEXT }

const PatalImportField patal_roll_fields[PATAL_ROLL_N_FIELDS] = {
  [PATAL_ROLL_COURSE] = { "course", N_("Course"),
    WORDS ("course", "पाठ्यक्रम", "प्रशिक्षण", "प्रशिक्षण का नाम", "प्रशिक्षण का नाम/विषय", "training", "course code", "पाठ्यक्रम कोड"), PATAL_FIELD_TEXT },
  [PATAL_ROLL_FY] = { "fy", N_("Financial year"), WORDS ("fy", "वित्तीय वर्ष", "वर्ष", "financial year", "year"), PATAL_FIELD_TEXT },
  [PATAL_ROLL_BATCH] = { "batch", N_("Batch no."),
    WORDS ("batch", "बैच क्र.", "बैच", "बैच क्रमांक", "बैच संख्या", "batch no", "batch number"), PATAL_FIELD_TEXT },
  [PATAL_ROLL_FROM] = { "from", N_("First day"), WORDS ("from", "दिनांक से", "प्रारंभ दिनांक", "दिनांक", "first day", "start date", "date"), PATAL_FIELD_DAY },
  [PATAL_ROLL_NAME] = { "name", N_("Name (Hindi)"),
    WORDS ("name_hi", "नाम", "प्रतिभागी का नाम", "प्रतिभागी", "प्रशिक्षणार्थी का नाम", "प्रशिक्षणार्थी", "कर्मचारी का नाम"), PATAL_FIELD_NAME },
  [PATAL_ROLL_NAME_EN] = { "name_en", N_("Name (English)"), WORDS ("name_en", "name", "participant", "name of participant", "trainee"), PATAL_FIELD_TEXT },
  [PATAL_ROLL_MOBILE] = { "mobile", N_("Mobile"),
    WORDS ("mobile", "मोबाइल", "मोबाईल", "मोबाइल नंबर", "mobile no", "mobile number", "phone"), PATAL_FIELD_TEXT },
  [PATAL_ROLL_POST] = { "post", N_("Post"), WORDS ("post", "पद", "पदनाम", "designation"), PATAL_FIELD_NAME },
  [PATAL_ROLL_DISTRICT] = { "district", N_("District"), WORDS ("district", "जिला", "district_name"), PATAL_FIELD_NAME },
  [PATAL_ROLL_BLOCK] = { "block", N_("Block (English)"), WORDS ("block", "block_name"), PATAL_FIELD_TEXT },
  [PATAL_ROLL_BLOCK_HI] = { "block_hi", N_("Block (Hindi)"),
    WORDS ("block_hi", "विकासखण्ड", "विकास खण्ड", "जनपद पंचायत", "क्षेत्र पंचायत", "ब्लॉक", "प्रखंड"), PATAL_FIELD_NAME },
  [PATAL_ROLL_GP] = { "gp", N_("Gram panchayat (English)"), WORDS ("gp", "gp_name", "gram panchayat", "panchayat"), PATAL_FIELD_TEXT },
  [PATAL_ROLL_GP_HI] = { "gp_hi", N_("Gram panchayat (Hindi)"), WORDS ("gp_hi", "ग्राम पंचायत", "ग्राम पंचायत का नाम", "पंचायत"), PATAL_FIELD_NAME },
  [PATAL_ROLL_CODE] = { "gp_lgd", N_("Gram panchayat (LGD code)"),
    WORDS ("gp_lgd", "code", "gp code", "lgd code", "एल.जी.डी. कोड", "ग्राम पंचायत कोड"), PATAL_FIELD_CODE },
  [PATAL_ROLL_MARKS] = { "attendance", N_("Attendance"), WORDS ("attendance", "उपस्थिति", "present", "उपस्थित"), PATAL_FIELD_TEXT },
  [PATAL_ROLL_PRE] = { "pre", N_("Pre-test"), WORDS ("pre", "पूर्व परीक्षण", "पूर्व परीक्षण प्राप्तांक", "pre test"), PATAL_FIELD_NUMBER },
  [PATAL_ROLL_POST_TEST] = { "post_test", N_("Post-test"), WORDS ("post_test", "पश्च परीक्षण", "पश्च परीक्षण प्राप्तांक", "post test"), PATAL_FIELD_NUMBER },
  DAY (1, "1", N_("Day 1")), FORENOON (1, "1", N_("Day 1, forenoon")), AFTERNOON (1, "1", N_("Day 1, afternoon")),
  DAY (2, "2", N_("Day 2")), FORENOON (2, "2", N_("Day 2, forenoon")), AFTERNOON (2, "2", N_("Day 2, afternoon")),
  DAY (3, "3", N_("Day 3")), FORENOON (3, "3", N_("Day 3, forenoon")), AFTERNOON (3, "3", N_("Day 3, afternoon")),
  DAY (4, "4", N_("Day 4")), FORENOON (4, "4", N_("Day 4, forenoon")), AFTERNOON (4, "4", N_("Day 4, afternoon")),
  DAY (5, "5", N_("Day 5")), FORENOON (5, "5", N_("Day 5, forenoon")), AFTERNOON (5, "5", N_("Day 5, afternoon")),
};

/* ---- the book ---- */

typedef struct /* of all batches, until one is named */
{
  gint64          id, training, course;
  int             no, fy;
  PatalDay        start;
  char           *words[5]; /* by which its training is called, each (nullable) */
  PatalRollBatch *whole;    /* once a row names it */
} Entry;

struct _PatalRollBook
{
  PatalDb           *db;
  PatalDay           today;
  PatalPersonFinder *people;
  PatalPostFinder   *posts;
  PatalUnitFinder   *units;
  GArray            *entries; /* Entry */
};

static void
roll_batch_free (PatalRollBatch *batch)
{
  if (batch == NULL)
    return;
  patal_batch_clear (&batch->batch);
  g_clear_pointer (&batch->people, g_array_unref);
  g_free (batch->block);
  g_free (batch);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatalRollBatch, roll_batch_free)

static void
entry_clear (gpointer data)
{
  Entry *entry = data;

  for (guint i = 0; i < G_N_ELEMENTS (entry->words); i++)
    g_free (entry->words[i]);
  roll_batch_free (entry->whole);
}

static gboolean
read_entries (PatalRollBook *book, GError **error)
{
  g_auto (PatalRows) rows = patal_db_query (book->db,
    "SELECT b.id, t.id, t.course, b.no, t.fy, b.start_day, c.code, c.name_hi, c.name_en, t.name_hi, t.name_en FROM batch AS b"
    " JOIN cluster AS k ON k.id = b.cluster JOIN training AS t ON t.id = k.training JOIN course AS c ON c.id = t.course ORDER BY b.id", PATAL_NO_ARGS);

  while (patal_rows_next (&rows))
    {
      Entry entry = { .id = patal_rows_int (&rows, 0), .training = patal_rows_int (&rows, 1), .course = patal_rows_int (&rows, 2),
                      .no = (int) patal_rows_int (&rows, 3), .fy = (int) patal_rows_int (&rows, 4),
                      .start = patal_day_from_iso (patal_rows_text (&rows, 5)) };

      for (guint i = 0; i < G_N_ELEMENTS (entry.words); i++)
        entry.words[i] = g_strdup (patal_rows_text (&rows, 6 + (int) i));
      g_array_append_val (book->entries, entry);
    }
  return patal_rows_finish (&rows, error);
}

PatalRollBook *
patal_roll_book_new (PatalDb *db, PatalDay today, GError **error)
{
  PatalRollBook *book = g_new0 (PatalRollBook, 1);

  book->db = db;
  book->today = today;
  book->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_set_clear_func (book->entries, entry_clear);
  book->people = patal_person_finder_new (db, today, error);
  book->posts = book->people != NULL ? patal_post_finder_new (db, error) : NULL;
  book->units = book->posts != NULL ? patal_unit_finder_new (db, error) : NULL;
  if (book->units != NULL && read_entries (book, error))
    return book;
  patal_roll_book_free (book);
  return NULL;
}

void
patal_roll_book_free (PatalRollBook *book)
{
  if (book == NULL)
    return;
  patal_person_finder_free (book->people);
  patal_post_finder_free (book->posts);
  patal_unit_finder_free (book->units);
  g_array_unref (book->entries);
  g_free (book);
}

PatalPersonFinder *
patal_roll_book_people (PatalRollBook *book)
{
  return book->people;
}

/* ---- which batch ---- */

static gboolean
refuse (int *field, char **reason, int at, char *why)
{
  *field = at;
  *reason = why;
  return FALSE;
}

static gboolean
refuse_error (int *field, char **reason, int at, GError *error)
{
  char *why = g_strdup (error->message);

  g_error_free (error);
  return refuse (field, reason, at, why);
}

/* "7", "बैच ७", "B-07"; 0: no number, or several. */
static int
batch_number (const char *cell)
{
  g_autofree char *ascii = patal_text_ascii_digits (cell);
  const char *digits = strpbrk (ascii, "0123456789"), *behind;

  if (digits == NULL)
    return 0;
  behind = digits + strspn (digits, "0123456789");
  return strpbrk (behind, "0123456789") == NULL && behind - digits <= 6 ? (int) g_ascii_strtoll (digits, NULL, 10) : 0;
}

typedef struct
{
  const char *course; /* (nullable) */
  int         fy, no; /* @fy 0: any */
  PatalDay    from;   /* or PATAL_DAY_NONE */
} Sought;

static gboolean
is_sought (const Entry *entry, const Sought *sought, gboolean by_day)
{
  return entry->no == sought->no && (sought->fy == 0 || entry->fy == sought->fy) && (!by_day || entry->start == sought->from)
         && (sought->course == NULL || patal_training_names ((const char *const *) entry->words, G_N_ELEMENTS (entry->words), sought->course));
}

/* How many there are; the first of them. */
static guint
count_sought (const PatalRollBook *book, const Sought *sought, gboolean by_day, Entry **first)
{
  guint n = 0;

  for (guint i = 0; i < book->entries->len; i++)
    if (is_sought (&g_array_index (book->entries, Entry, i), sought, by_day) && n++ == 0)
      *first = &g_array_index (book->entries, Entry, i);
  return n;
}

static PatalRollBatch *
load_whole (PatalRollBook *book, const Entry *entry, GError **error)
{
  g_autoptr (PatalRollBatch) whole = g_new0 (PatalRollBatch, 1);
  g_autoptr (GPtrArray) nominations = patal_nominations (book->db, entry->id, error);
  gint64 most, block;

  if (nominations == NULL || !patal_batch_load (book->db, entry->id, &whole->batch, error)
      || !patal_db_int (book->db, "SELECT ifnull (marks, 0) FROM course_module WHERE id = ?1", PATAL_ARGS (PATAL_INT (whole->batch.module)), &most, error)
      || !patal_db_int (book->db, "SELECT iif (unit.level = 'block', unit.id, 0) FROM cluster JOIN unit ON unit.id = cluster.unit WHERE cluster.id = ?1",
                        PATAL_ARGS (PATAL_INT (whole->batch.cluster)), &block, error))
    return NULL;
  whole->block = block != 0 ? g_strdup (patal_unit_finder_name (book->units, block, PATAL_LANG_HI)) : NULL;
  whole->training = entry->training;
  whole->course = entry->course;
  whole->most = (int) most;
  whole->frozen = patal_db_is_frozen (book->db, entry->id);
  whole->people = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < nominations->len; i++)
    {
      const PatalNomination *nomination = g_ptr_array_index (nominations, i);

      if (nomination->status == PATAL_NOMINEE_NOMINATED)
        g_array_append_val (whole->people, nomination->person);
    }
  return g_steal_pointer (&whole);
}

static gboolean
read_batch (PatalRollBook *book, const char *const *cells, PatalRollRow *row, int *field, char **reason)
{
  Sought sought = { .course = cells[PATAL_ROLL_COURSE], .from = patal_day_from_iso (cells[PATAL_ROLL_FROM]) };
  g_autoptr (GError) error = NULL;
  Entry *entry = NULL;
  guint n;

  if (cells[PATAL_ROLL_FY] != NULL && !patal_fy_parse (cells[PATAL_ROLL_FY], &sought.fy, &error))
    return refuse_error (field, reason, PATAL_ROLL_FY, g_steal_pointer (&error));
  sought.no = cells[PATAL_ROLL_BATCH] != NULL ? batch_number (cells[PATAL_ROLL_BATCH]) : 0;
  if (sought.no == 0)
    return refuse (field, reason, PATAL_ROLL_BATCH, g_strdup (_("Write the number of the batch")));
  n = count_sought (book, &sought, FALSE, &entry);
  if (n > 1 && sought.from != PATAL_DAY_NONE)
    n = count_sought (book, &sought, TRUE, &entry);
  if (n == 0)
    return refuse (field, reason, PATAL_ROLL_BATCH, patal_label_text (PATAL_LABEL (
      N_("No training that the row can mean has a batch {1}"), cells[PATAL_ROLL_BATCH]), NULL));
  if (n > 1)
    return refuse (field, reason, PATAL_ROLL_BATCH, patal_label_text (PATAL_LABEL (
      N_("Several trainings have a batch {1}: write the course, the financial year and the first day"), cells[PATAL_ROLL_BATCH]), NULL));
  if (entry->whole == NULL)
    entry->whole = load_whole (book, entry, &error);
  if (entry->whole == NULL)
    return refuse_error (field, reason, -1, g_steal_pointer (&error));
  row->batch = entry->whole;
  return !entry->whole->frozen
         || refuse (field, reason, PATAL_ROLL_BATCH, g_strdup (_("This batch is frozen: certificates rest on it. Unfreeze it first, with a reason")));
}

/* ---- who ---- */

int
patal_roll_field_of_person (int field, const char *const *cells)
{
  switch (field)
    {
    case PATAL_PERSON_FIELD_MOBILE: return PATAL_ROLL_MOBILE;
    case PATAL_PERSON_FIELD_POST: return PATAL_ROLL_POST;
    case PATAL_PERSON_FIELD_DISTRICT: return PATAL_ROLL_DISTRICT;
    case PATAL_PERSON_FIELD_BLOCK: return PATAL_ROLL_BLOCK;
    case PATAL_PERSON_FIELD_BLOCK_HI: return PATAL_ROLL_BLOCK_HI;
    case PATAL_PERSON_FIELD_GP: return PATAL_ROLL_GP;
    case PATAL_PERSON_FIELD_GP_HI: return PATAL_ROLL_GP_HI;
    case PATAL_PERSON_FIELD_GP_CODE: return PATAL_ROLL_CODE;
    default: return cells[PATAL_ROLL_NAME] != NULL ? PATAL_ROLL_NAME : PATAL_ROLL_NAME_EN;
    }
}

/* Without a post the place still tells namesakes apart. */
static gboolean
read_place (PatalRollBook *book, const char *const *cells, PatalPersonRow *who, int *field, char **reason)
{
  const PatalUnitWords words[PATAL_N_LEVELS] = {
    [PATAL_LEVEL_DISTRICT] = { NULL, { cells[PATAL_ROLL_DISTRICT] } },
    [PATAL_LEVEL_BLOCK] = { NULL, { cells[PATAL_ROLL_BLOCK_HI], cells[PATAL_ROLL_BLOCK] } },
    [PATAL_LEVEL_GP] = { cells[PATAL_ROLL_CODE], { cells[PATAL_ROLL_GP_HI], cells[PATAL_ROLL_GP] } },
  };
  int at = cells[PATAL_ROLL_GP_HI] != NULL ? PATAL_ROLL_GP_HI : cells[PATAL_ROLL_GP] != NULL ? PATAL_ROLL_GP : PATAL_ROLL_CODE;
  PatalUnitMatch match;

  match = patal_unit_finder_find (book->units, words, PATAL_LEVEL_GP);
  if (match.unit == 0)
    return refuse (field, reason, at, match.reason);
  who->unit = match.unit;
  who->unsure = match.reason;
  who->unsure_unit = match.unit;
  who->unsure_field = PATAL_PERSON_FIELD_GP_HI;
  return TRUE;
}

static gboolean
read_who_as_said (PatalRollBook *book, const char *const *cells, PatalPersonRow *who, int *field, char **reason)
{
  const char *own[PATAL_PERSON_N_FIELDS] = {
    [PATAL_PERSON_FIELD_NAME_HI] = cells[PATAL_ROLL_NAME], [PATAL_PERSON_FIELD_NAME_EN] = cells[PATAL_ROLL_NAME_EN],
    [PATAL_PERSON_FIELD_MOBILE] = cells[PATAL_ROLL_MOBILE],
  };
  /* The post alone would be looked for where nobody says. */
  gboolean placed = cells[PATAL_ROLL_GP] != NULL || cells[PATAL_ROLL_GP_HI] != NULL || cells[PATAL_ROLL_CODE] != NULL;

  if (cells[PATAL_ROLL_POST] != NULL && placed)
    {
      own[PATAL_PERSON_FIELD_POST] = cells[PATAL_ROLL_POST];
      own[PATAL_PERSON_FIELD_DISTRICT] = cells[PATAL_ROLL_DISTRICT];
      own[PATAL_PERSON_FIELD_BLOCK] = cells[PATAL_ROLL_BLOCK];
      own[PATAL_PERSON_FIELD_BLOCK_HI] = cells[PATAL_ROLL_BLOCK_HI];
      own[PATAL_PERSON_FIELD_GP] = cells[PATAL_ROLL_GP];
      own[PATAL_PERSON_FIELD_GP_HI] = cells[PATAL_ROLL_GP_HI];
      own[PATAL_PERSON_FIELD_GP_CODE] = cells[PATAL_ROLL_CODE];
    }
  if (!patal_person_row_read (who, own, book->posts, book->units, field, reason))
    {
      *field = patal_roll_field_of_person (*field, cells);
      return FALSE;
    }
  if (who->nobody)
    return refuse (field, reason, patal_roll_field_of_person (-1, cells), g_strdup (_("Write who is meant")));
  return cells[PATAL_ROLL_POST] != NULL || !placed || read_place (book, cells, who, field, reason);
}

/* A list that came from one block does not say which: there the batch's is meant, where it has such a place. */
static gboolean
read_who (PatalRollBook *book, const char *const *cells, PatalRollRow *row, int *field, char **reason)
{
  const char *there[PATAL_ROLL_N_CALL_FIELDS];

  memcpy (there, cells, sizeof there);
  if (row->batch->block != NULL && cells[PATAL_ROLL_BLOCK] == NULL && cells[PATAL_ROLL_BLOCK_HI] == NULL && cells[PATAL_ROLL_CODE] == NULL)
    {
      there[PATAL_ROLL_BLOCK_HI] = row->batch->block;
      if (read_who_as_said (book, there, &row->who, field, reason))
        return TRUE;
      g_clear_pointer (reason, g_free);
      patal_person_row_clear (&row->who);
      row->who = (PatalPersonRow) { 0 };
    }
  return read_who_as_said (book, cells, &row->who, field, reason);
}

/* ---- which half-days ---- */

/* What @cell says of the @n half-days from @first on. */
static gboolean
read_mark (const char *const *cells, int at, guint first, guint n, PatalRollRow *row, int *field, char **reason)
{
  guint n_half_days = 2 * (guint) row->batch->batch.n_days;
  char marks[PATAL_MOST_HALF_DAYS + 1];
  GError *error = NULL;

  if (cells[at] == NULL)
    return TRUE;
  if (!patal_attendance_parse (cells[at], n, marks, &error))
    return refuse_error (field, reason, at, error);
  if (strspn (marks, "-") == n)
    return TRUE;
  if (first + n > n_half_days)
    return refuse (field, reason, at, patal_broken_rule_text (PATAL_BROKEN_N (PATAL_TRAINING_ERROR_SESSION_DAY, (guint64) row->batch->batch.n_days), NULL));
  memcpy (row->marks + first, marks, n);
  return TRUE;
}

static gboolean
read_marks (PatalRollBook *book, const char *const *cells, PatalRollRow *row, int *field, char **reason)
{
  const PatalBatch *batch = &row->batch->batch;
  guint n_half_days = 2 * (guint) batch->n_days;
  GError *error = NULL;

  memset (row->marks, '-', n_half_days);
  row->marks[n_half_days] = '\0';
  if (!read_mark (cells, PATAL_ROLL_MARKS, 0, n_half_days, row, field, reason))
    return FALSE;
  for (guint day = 0; day < PATAL_ROLL_DAYS; day++)
    if (!read_mark (cells, PATAL_ROLL_DAY + (int) day, 2 * day, 2, row, field, reason)
        || !read_mark (cells, PATAL_ROLL_HALF + 2 * (int) day, 2 * day, 1, row, field, reason)
        || !read_mark (cells, PATAL_ROLL_HALF + 2 * (int) day + 1, 2 * day + 1, 1, row, field, reason))
      return FALSE;
  if (strspn (row->marks, "-") == n_half_days)
    return TRUE;
  if (batch->start == PATAL_DAY_NONE)
    return refuse (field, reason, PATAL_ROLL_BATCH, patal_broken_rule_text (PATAL_BROKEN (PATAL_TRAINING_ERROR_START, cells[PATAL_ROLL_BATCH]), NULL));
  return patal_marks_check (batch, row->marks, book->today, &error) || refuse_error (field, reason, PATAL_ROLL_BATCH, error);
}

static gboolean
read_test (const char *const *cells, int at, int most, int *out, int *field, char **reason)
{
  g_autofree char *shown = g_strdup_printf ("%d", most);
  gint64 marks = cells[at] != NULL ? g_ascii_strtoll (cells[at], NULL, 10) : -1;

  if (cells[at] != NULL && (marks < 0 || marks > most || most == 0))
    return refuse (field, reason, at, patal_broken_rule_text (PATAL_BROKEN (PATAL_TRAINING_ERROR_TEST_RANGE, shown), NULL));
  *out = (int) marks;
  return TRUE;
}

void
patal_roll_row_clear (PatalRollRow *row)
{
  patal_person_row_clear (&row->who);
}

gboolean
patal_roll_row_read (PatalRollBook *book, const char *const *cells, guint n_fields, PatalRollRow *row, int *field, char **reason)
{
  *row = (PatalRollRow) { .pre = -1, .post = -1 };
  if (!read_batch (book, cells, row, field, reason))
    return FALSE;
  if (n_fields == PATAL_ROLL_N_FIELDS
      && (!read_marks (book, cells, row, field, reason)
          || !read_test (cells, PATAL_ROLL_PRE, row->batch->most, &row->pre, field, reason)
          || !read_test (cells, PATAL_ROLL_POST_TEST, row->batch->most, &row->post, field, reason)))
    return FALSE;
  return read_who (book, cells, row, field, reason);
}
