/* patal-work-row.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-work-row.h"
#include "patal-label.h"
#include "patal-scheme.h"
#include "patal-text.h"
#include "patal-work-private.h"
#include <glib/gi18n-lib.h>
#include <math.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#define BIT(field) (G_GUINT64_CONSTANT (1) << (field))
G_STATIC_ASSERT (PATAL_WORK_N_FIELDS <= 64);

typedef enum { MEMBER_TEXT, MEMBER_MONEY, MEMBER_COUNT, MEMBER_DAY } MemberType;

/* Fields that are one member of a work each, and are read, compared and written alike. @name: as patal_work_check() has it. */
static const struct { PatalWorkField field; MemberType type; gsize offset; const char *name; } members[] = {
  { PATAL_WORK_FIELD_CODE, MEMBER_TEXT, offsetof (PatalWork, code), "code" },
  { PATAL_WORK_FIELD_VILLAGE, MEMBER_TEXT, offsetof (PatalWork, village), "village" },
  { PATAL_WORK_FIELD_CATEGORY, MEMBER_TEXT, offsetof (PatalWork, category), "category" },
  { PATAL_WORK_FIELD_BENEFICIARY, MEMBER_TEXT, offsetof (PatalWork, beneficiary), "beneficiary" },
  { PATAL_WORK_FIELD_GUARDIAN, MEMBER_TEXT, offsetof (PatalWork, guardian), "guardian" },
  { PATAL_WORK_FIELD_JOB_CARD, MEMBER_TEXT, offsetof (PatalWork, job_card), "job_card" },
  { PATAL_WORK_FIELD_TS_NO, MEMBER_TEXT, offsetof (PatalWork, ts_no), "ts_no" },
  { PATAL_WORK_FIELD_TS_DAY, MEMBER_DAY, offsetof (PatalWork, ts_day), "ts_day" },
  { PATAL_WORK_FIELD_AS_NO, MEMBER_TEXT, offsetof (PatalWork, as_no), "as_no" },
  { PATAL_WORK_FIELD_AS_DAY, MEMBER_DAY, offsetof (PatalWork, as_day), "as_day" },
  { PATAL_WORK_FIELD_WAGE, MEMBER_MONEY, offsetof (PatalWork, sanctioned.wage_paise), "sanctioned.wage" },
  { PATAL_WORK_FIELD_MATERIAL, MEMBER_MONEY, offsetof (PatalWork, sanctioned.material_paise), "sanctioned.material" },
  { PATAL_WORK_FIELD_TOTAL, MEMBER_MONEY, offsetof (PatalWork, sanctioned.total_paise), "sanctioned.total" },
  { PATAL_WORK_FIELD_DAYS, MEMBER_COUNT, offsetof (PatalWork, days), "days" },
  { PATAL_WORK_FIELD_RATE, MEMBER_MONEY, offsetof (PatalWork, rate_paise), "rate" },
  { PATAL_WORK_FIELD_AGENCY, MEMBER_TEXT, offsetof (PatalWork, agency), "agency" },
  { PATAL_WORK_FIELD_CONVERGENCE, MEMBER_TEXT, offsetof (PatalWork, convergence), "convergence" },
  { PATAL_WORK_FIELD_START, MEMBER_DAY, offsetof (PatalWork, start), "start" },
  { PATAL_WORK_FIELD_END, MEMBER_DAY, offsetof (PatalWork, end), "end" },
  { PATAL_WORK_FIELD_SPENT_WAGE, MEMBER_MONEY, offsetof (PatalWork, spent.wage_paise), "spent.wage" },
  { PATAL_WORK_FIELD_SPENT_MATERIAL, MEMBER_MONEY, offsetof (PatalWork, spent.material_paise), "spent.material" },
  { PATAL_WORK_FIELD_SPENT_TOTAL, MEMBER_MONEY, offsetof (PatalWork, spent.total_paise), "spent.total" },
  { PATAL_WORK_FIELD_SPENT_DAYS, MEMBER_COUNT, offsetof (PatalWork, spent_days), "spent_days" },
  { PATAL_WORK_FIELD_REMARK, MEMBER_TEXT, offsetof (PatalWork, remark), "remark" },
};

static gpointer
member_of (const PatalWork *work, gsize index)
{
  return (char *) work + members[index].offset;
}

struct _PatalWorkReader
{
  PatalUnitFinder *units;
  GHashTable      *places;  /* how a list names a place → PatalUnitMatch: rows of one place follow each other */
  GPtrArray       *schemes; /* of PatalScheme */
  GHashTable      *kinds, *statuses; /* folded word → 1 + PatalWorkKind, PatalWorkStatus */
};

static void
match_free (gpointer data)
{
  PatalUnitMatch *match = data;

  g_free (match->reason);
  g_free (match);
}

#define WORDS(...) (const char *const[]) { __VA_ARGS__, NULL }

static const char *const *const kind_words[PATAL_N_WORK_KINDS] = {
  [PATAL_WORK_COMMUNITY] = WORDS ("community", "community work", "सामुदायिक", "सामुदायिक कार्य", "समुदाय", "सार्वजनिक", "public", "शासकीय"),
  [PATAL_WORK_INDIVIDUAL] = WORDS ("individual", "individual work", "हितग्राही मूलक", "हितग्राही मूलक कार्य", "हितग्राही", "व्यक्तिगत", "व्यक्ति मूलक",
                                   "निजी", "individual beneficiary", "beneficiary", "if", "ibs"),
};

static const char *const *const status_words[PATAL_N_WORK_STATUSES] = {
  [PATAL_WORK_SANCTIONED] = WORDS ("sanctioned", "approved", "new", "not started", "yet to start", "स्वीकृत", "नवीन", "नवीन स्वीकृत", "अप्रारंभ", "अप्रारम्भ",
                                   "प्रारंभ नहीं", "अनारंभ", "आरंभ नहीं", "अप्रारंभ कार्य", "स्वीकृत अप्रारंभ"),
  [PATAL_WORK_ONGOING] = WORDS ("in progress", "ongoing", "under progress", "work in progress", "started", "progress", "incomplete", "running",
                                "प्रगतिरत", "प्रगतिरत कार्य", "प्रगति पर", "कार्य प्रगति पर", "कार्य प्रगतिरत", "निर्माणाधीन", "चालू", "जारी", "प्रारंभ", "प्रारम्भ",
                                "अपूर्ण"),
  [PATAL_WORK_COMPLETED] = WORDS ("completed", "complete", "physically completed", "physically complete", "finished", "work completed", "पूर्ण",
                                  "पूर्ण कार्य", "कार्य पूर्ण", "भौतिक रूप से पूर्ण", "भौतिक पूर्ण", "पूर्णता", "सम्पन्न", "समाप्त"),
  [PATAL_WORK_CLOSED] = WORDS ("closed", "dropped", "cancelled", "canceled", "बंद", "बन्द", "निरस्त", "कार्य बंद", "कार्य निरस्त"),
};

/* The words of each meaning, and what our own reports call it, in the language they are read in. */
static GHashTable *
word_table (const char *const *const *words, guint n, const char *(*title) (guint meaning))
{
  GHashTable *table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint meaning = 0; meaning < n; meaning++)
    {
      g_hash_table_insert (table, patal_text_fold (_(title (meaning)), PATAL_FOLD_MATCH), GUINT_TO_POINTER (meaning + 1));
      for (const char *const *word = words[meaning]; *word != NULL; word++)
        g_hash_table_insert (table, patal_text_fold (*word, PATAL_FOLD_MATCH), GUINT_TO_POINTER (meaning + 1));
    }
  return table;
}

/* 1 + what @word means; 0: none, or no such word. */
static guint
word_meaning (GHashTable *table, const char *word)
{
  g_autofree char *folded = word != NULL ? patal_text_fold (word, PATAL_FOLD_MATCH) : NULL;

  return folded != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (table, folded)) : 0;
}

static const char *
kind_title (guint kind)
{
  return patal_work_kind_title (kind);
}

static const char *
status_title (guint status)
{
  return patal_work_status_title (status);
}

PatalWorkReader *
patal_work_reader_new (PatalDb *db, GError **error)
{
  PatalWorkReader *reader = g_new0 (PatalWorkReader, 1);

  reader->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, match_free);
  reader->kinds = word_table (kind_words, PATAL_N_WORK_KINDS, kind_title);
  reader->statuses = word_table (status_words, PATAL_N_WORK_STATUSES, status_title);
  reader->units = patal_unit_finder_new (db, error);
  reader->schemes = reader->units != NULL ? patal_scheme_list (db, error) : NULL;
  if (reader->schemes == NULL)
    g_clear_pointer (&reader, patal_work_reader_free);
  return reader;
}

void
patal_work_reader_free (PatalWorkReader *reader)
{
  if (reader == NULL)
    return;
  g_hash_table_unref (reader->places);
  g_hash_table_unref (reader->kinds);
  g_hash_table_unref (reader->statuses);
  patal_unit_finder_free (reader->units);
  g_clear_pointer (&reader->schemes, g_ptr_array_unref);
  g_free (reader);
}

PatalUnitFinder *
patal_work_reader_units (PatalWorkReader *reader)
{
  return reader->units;
}

gint64
patal_work_reader_usual_scheme (PatalWorkReader *reader)
{
  const PatalScheme *usual = patal_scheme_among (reader->schemes, "MGNREGA");

  return usual != NULL ? usual->id : 0;
}

static const char *
scheme_code (PatalWorkReader *reader, gint64 id)
{
  for (guint i = 0; i < reader->schemes->len; i++)
    {
      const PatalScheme *scheme = g_ptr_array_index (reader->schemes, i);

      if (scheme->id == id)
        return scheme->code;
    }
  return NULL;
}

void
patal_work_row_clear (PatalWorkRow *row)
{
  patal_work_clear (&row->work);
  g_clear_pointer (&row->unsure, g_free);
}

int
patal_work_field_of (const char *member)
{
  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    if (g_strcmp0 (members[i].name, member) == 0)
      return (int) members[i].field;
  for (int i = 0; i < PATAL_WORK_N_FIELDS; i++)
    if (g_strcmp0 (patal_work_fields[i].id, member) == 0)
      return i;
  return -1;
}

/* Reading one row: what it says, and where it fails. */
typedef struct
{
  PatalWorkReader   *reader;
  const char *const *cells;
  PatalWorkRow      *row;
  int               *field;
  char             **reason;
} Reading;

static gboolean
refuse (Reading *reading, int field, char *reason)
{
  *reading->field = field;
  *reading->reason = reason;
  return FALSE;
}

static gboolean
refuse_word (Reading *reading, int field, const char *msgid)
{
  return refuse (reading, field, patal_label_text (PATAL_LABEL (msgid, reading->cells[field]), NULL));
}

static void
say (Reading *reading, PatalWorkField field)
{
  reading->row->said |= BIT (field);
}

static gboolean
read_members (Reading *reading)
{
  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    {
      const char *cell = reading->cells[members[i].field];
      gpointer member = member_of (&reading->row->work, i);
      g_autoptr (GError) error = NULL;

      if (cell == NULL)
        continue;
      say (reading, members[i].field);
      switch (members[i].type)
        {
        case MEMBER_TEXT:
          *(char **) member = g_strdup (cell);
          break;
        case MEMBER_COUNT:
          *(gint64 *) member = g_ascii_strtoll (cell, NULL, 10);
          if (*(gint64 *) member < 0) /* -1 would be "unknown" */
            return refuse (reading, (int) members[i].field, g_strdup (_("This number cannot be below 0")));
          break;
        case MEMBER_DAY:
          *(PatalDay *) member = patal_day_from_iso (cell);
          break;
        case MEMBER_MONEY:
        default:
          if (!patal_money_parse (cell, member, &error))
            return refuse (reading, (int) members[i].field, g_strdup (error->message));
          if (*(gint64 *) member < 0)
            return refuse (reading, (int) members[i].field, g_strdup (_("This number cannot be below 0")));
          break;
        }
    }
  return TRUE;
}

/* A heading says little about the script of what stands below it. */
static void
read_names (Reading *reading)
{
  const char *hi = reading->cells[PATAL_WORK_FIELD_NAME_HI], *en = reading->cells[PATAL_WORK_FIELD_NAME_EN];
  PatalWork *work = &reading->row->work;

  if (hi != NULL && en == NULL && !patal_text_has_devanagari (hi))
    en = g_steal_pointer (&hi);
  else if (en != NULL && hi == NULL && patal_text_has_devanagari (en))
    hi = g_steal_pointer (&en);
  else if (hi != NULL && g_strcmp0 (hi, en) == 0)
    en = NULL;
  work->name_hi = g_strdup (hi);
  work->name_en = g_strdup (en);
  if (hi != NULL)
    say (reading, PATAL_WORK_FIELD_NAME_HI);
  if (en != NULL)
    say (reading, PATAL_WORK_FIELD_NAME_EN);
}

/* "(9 ग्राम पंचायत)", "कुल 9 पंचायतें", "9 GPs": a block's total, or a district's. */
static gboolean
counts_places (const char *cell)
{
  static const char *const words[] = { "ग्राम पंचायत", "पंचायत", "gram panchayat", "panchayat", "gps", "जिला", "district" };
  g_autofree char *folded = patal_text_fold (cell, PATAL_FOLD_SEARCH);
  gboolean figure = strpbrk (folded, "0123456789") != NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *word = patal_text_fold (words[i], PATAL_FOLD_SEARCH);

      if (strstr (folded, word) != NULL && (figure || (*cell == '(' && g_str_has_suffix (cell, ")"))))
        return TRUE;
    }
  return FALSE;
}

static const PatalUnitMatch *
find_place (PatalWorkReader *reader, const char *const *cells)
{
  const PatalUnitWords words[PATAL_N_LEVELS] = {
    [PATAL_LEVEL_DISTRICT] = { NULL, { cells[PATAL_WORK_FIELD_DISTRICT] } },
    [PATAL_LEVEL_BLOCK] = { cells[PATAL_WORK_FIELD_BLOCK_CODE], { cells[PATAL_WORK_FIELD_BLOCK_HI], cells[PATAL_WORK_FIELD_BLOCK] } },
    [PATAL_LEVEL_GP] = { cells[PATAL_WORK_FIELD_GP_CODE], { cells[PATAL_WORK_FIELD_GP_HI], cells[PATAL_WORK_FIELD_GP] } },
  };
  g_autoptr (GString) key = g_string_new (NULL);
  PatalUnitMatch *match;

  for (int field = PATAL_WORK_FIELD_DISTRICT; field <= PATAL_WORK_FIELD_GP_CODE; field++)
    g_string_append_printf (key, "%s\x1f", cells[field] != NULL ? cells[field] : "");
  match = g_hash_table_lookup (reader->places, key->str);
  if (match == NULL)
    {
      match = g_new0 (PatalUnitMatch, 1);
      *match = patal_unit_finder_find (reader->units, words, PATAL_LEVEL_GP);
      g_hash_table_insert (reader->places, g_strdup (key->str), match);
    }
  return match;
}

static int
first_field (const char *const *cells, int first, int last)
{
  for (int field = first; field <= last; field++)
    if (cells[field] != NULL)
      return field;
  return first;
}

static gboolean
read_place (Reading *reading)
{
  const char *const *cells = reading->cells;
  int gp_field = cells[PATAL_WORK_FIELD_GP_HI] != NULL ? PATAL_WORK_FIELD_GP_HI
                 : cells[PATAL_WORK_FIELD_GP] != NULL  ? PATAL_WORK_FIELD_GP
                                                       : PATAL_WORK_FIELD_GP_CODE;
  const PatalUnitMatch *match;
  int fault;

  if (cells[gp_field] == NULL)
    return refuse (reading, PATAL_WORK_FIELD_GP_HI, g_strdup (_("Say in which gram panchayat the work is done")));
  match = find_place (reading->reader, cells);
  if (match->unit == 0 && gp_field != PATAL_WORK_FIELD_GP_CODE && counts_places (cells[gp_field]))
    return refuse_word (reading, gp_field, N_("“{1}” is no gram panchayat: this row is a total, and no work"));
  fault = match->level == PATAL_LEVEL_GP      ? gp_field
          : match->level == PATAL_LEVEL_BLOCK ? first_field (cells, PATAL_WORK_FIELD_BLOCK, PATAL_WORK_FIELD_BLOCK_CODE)
                                              : PATAL_WORK_FIELD_DISTRICT;
  if (match->unit == 0)
    return refuse (reading, fault, g_strdup (match->reason));
  reading->row->work.gp = match->unit;
  if (match->unsure)
    {
      reading->row->unsure = g_strdup (match->reason);
      reading->row->unsure_unit = match->unit;
      reading->row->unsure_field = fault;
    }
  return TRUE;
}

/* A work of the portal's kind IF stands on a person's own land. */
static PatalWorkKind
guess_kind (const char *const *cells)
{
  const char *code = cells[PATAL_WORK_FIELD_CODE];

  return cells[PATAL_WORK_FIELD_BENEFICIARY] != NULL || cells[PATAL_WORK_FIELD_JOB_CARD] != NULL
             || (code != NULL && strstr (code, "/IF/") != NULL)
             ? PATAL_WORK_INDIVIDUAL : PATAL_WORK_COMMUNITY;
}

static gboolean
read_kind (Reading *reading)
{
  const char *cell = reading->cells[PATAL_WORK_FIELD_KIND];
  guint found = word_meaning (reading->reader->kinds, cell);

  reading->row->work.kind = found > 0 ? found - 1 : guess_kind (reading->cells);
  if (cell == NULL)
    return TRUE;
  if (found == 0)
    return refuse_word (reading, PATAL_WORK_FIELD_KIND,
                        N_("“{1}” is no kind of work: write सामुदायिक (community) or हितग्राही मूलक (individual)"));
  say (reading, PATAL_WORK_FIELD_KIND);
  return TRUE;
}

static gboolean
read_status (Reading *reading)
{
  const char *cell = reading->cells[PATAL_WORK_FIELD_STATUS];
  guint found = word_meaning (reading->reader->statuses, cell);
  PatalWork *work = &reading->row->work;

  work->status = found > 0                       ? found - 1
                 : work->end != PATAL_DAY_NONE   ? PATAL_WORK_COMPLETED
                 : work->start != PATAL_DAY_NONE ? PATAL_WORK_ONGOING
                                                 : PATAL_WORK_SANCTIONED;
  if (cell == NULL)
    return TRUE;
  if (found == 0)
    return refuse_word (reading, PATAL_WORK_FIELD_STATUS, N_("“{1}” is no state of a work: write स्वीकृत, प्रगतिरत, पूर्ण or बंद"));
  say (reading, PATAL_WORK_FIELD_STATUS);
  return TRUE;
}

/* "2021-22", and the year alone in which it begins. */
static gboolean
read_fy (Reading *reading)
{
  const char *cell = reading->cells[PATAL_WORK_FIELD_FY];
  g_autofree char *ascii = cell != NULL ? patal_text_ascii_digits (cell) : NULL;
  g_autoptr (GError) error = NULL;

  if (cell == NULL)
    return TRUE;
  say (reading, PATAL_WORK_FIELD_FY);
  if (strlen (ascii) == 4 && strspn (ascii, "0123456789") == 4)
    reading->row->work.fy = atoi (ascii);
  else if (!patal_fy_parse (cell, &reading->row->work.fy, &error))
    return refuse (reading, PATAL_WORK_FIELD_FY, g_strdup (error->message));
  return TRUE;
}

static gboolean
read_scheme (Reading *reading)
{
  const char *cell = reading->cells[PATAL_WORK_FIELD_SCHEME];
  const PatalScheme *scheme = cell != NULL ? patal_scheme_among (reading->reader->schemes, cell) : NULL;

  if (cell == NULL)
    return TRUE;
  if (scheme == NULL)
    return refuse_word (reading, PATAL_WORK_FIELD_SCHEME,
                        N_("There is no scheme “{1}” in the file: add it first, write MGNREGA, or leave the column out"));
  reading->row->work.scheme = scheme->id;
  say (reading, PATAL_WORK_FIELD_SCHEME);
  return TRUE;
}

/* "123/2021 दिनांक 12.05.2021": a list that has no column for the day puts it behind the number. */
static void
split_day (Reading *reading, PatalWorkField no_field, char **no, PatalWorkField day_field, PatalDay *day)
{
  static const char *const marks[] = { "दिनांक", "दि.", "dated", "date", "dt.", "Dt.", "Dated", "Date" };
  const char *mark = NULL;
  PatalDay found;

  for (gsize i = 0; i < G_N_ELEMENTS (marks) && *no != NULL && mark == NULL; i++)
    {
      mark = strstr (*no, marks[i]);
      if (mark != NULL && !patal_day_parse (mark + strlen (marks[i]), &found, NULL))
        mark = NULL;
    }
  if (mark == NULL || reading->cells[day_field] != NULL)
    return;
  *day = found;
  say (reading, day_field);
  while (mark > *no && strchr (" ,;/-(", mark[-1]) != NULL)
    mark--;
  (*no)[mark - *no] = '\0';
  if (**no != '\0')
    return;
  g_clear_pointer (no, g_free);
  reading->row->said &= ~BIT (no_field);
}

static gboolean
read_where_it_lies (Reading *reading)
{
  const char *lat = reading->cells[PATAL_WORK_FIELD_LAT], *lon = reading->cells[PATAL_WORK_FIELD_LON];
  PatalWork *work = &reading->row->work;

  if ((lat == NULL) != (lon == NULL))
    return refuse (reading, lat == NULL ? PATAL_WORK_FIELD_LAT : PATAL_WORK_FIELD_LON,
                   g_strdup (_("Give both latitude and longitude, or neither")));
  if (lat == NULL)
    return TRUE;
  work->has_place = TRUE;
  work->lat = g_ascii_strtod (lat, NULL);
  work->lon = g_ascii_strtod (lon, NULL);
  say (reading, PATAL_WORK_FIELD_LAT);
  say (reading, PATAL_WORK_FIELD_LON);
  return TRUE;
}

static gboolean
read_materials (Reading *reading)
{
  const char *cell = reading->cells[PATAL_WORK_FIELD_MATERIALS];
  g_autoptr (GError) error = NULL;

  if (cell == NULL)
    return TRUE;
  if (!patal_materials_parse (cell, &reading->row->work.materials, &error))
    return refuse (reading, PATAL_WORK_FIELD_MATERIALS, g_strdup (error->message));
  say (reading, PATAL_WORK_FIELD_MATERIALS);
  return TRUE;
}

/* Works that a list counts together would be one board for all of them. */
static gboolean
read_n_works (Reading *reading)
{
  const char *cell = reading->cells[PATAL_WORK_FIELD_N_WORKS];
  gint64 n;

  return cell == NULL || !patal_number_parse (cell, &n, NULL) || n == 1
         || refuse_word (reading, PATAL_WORK_FIELD_N_WORKS, N_("This row counts {1} works together: a list of works has a row for each"));
}

gboolean
patal_work_row_read (PatalWorkReader *reader, const char *const *cells, PatalWorkRow *out, int *field, char **reason)
{
  g_auto (PatalWorkRow) row = { .unsure_field = -1 };
  Reading reading = { reader, cells, &row, field, reason };
  g_autoptr (GError) error = NULL;
  const char *member = NULL;

  patal_work_init (&row.work);
  if (!read_place (&reading) || !read_n_works (&reading) || !read_members (&reading))
    return FALSE;
  read_names (&reading);
  split_day (&reading, PATAL_WORK_FIELD_TS_NO, &row.work.ts_no, PATAL_WORK_FIELD_TS_DAY, &row.work.ts_day);
  split_day (&reading, PATAL_WORK_FIELD_AS_NO, &row.work.as_no, PATAL_WORK_FIELD_AS_DAY, &row.work.as_day);
  if (!read_kind (&reading) || !read_status (&reading) || !read_fy (&reading) || !read_scheme (&reading)
      || !read_where_it_lies (&reading) || !read_materials (&reading))
    return FALSE;
  if (!patal_work_check (&row.work, &member, &error))
    return refuse (&reading, patal_work_field_of (member), g_strdup (error->message));
  *out = row;
  memset (&row, 0, sizeof row);
  return TRUE;
}

static gboolean
same_name (const char *one, const char *other)
{
  g_autofree char *a = patal_text_fold (one, PATAL_FOLD_MATCH), *b = patal_text_fold (other, PATAL_FOLD_MATCH);

  return g_str_equal (a, b);
}

static gboolean
take_text (char **ours, const char *theirs, PatalWorkTake how)
{
  if (g_strcmp0 (*ours, theirs) == 0)
    return FALSE;
  if (how == PATAL_WORK_TAKE_WRITE)
    {
      g_free (*ours);
      *ours = g_strdup (theirs);
    }
  return TRUE;
}

static gboolean
take_names (const PatalWorkRow *row, PatalWork *work, PatalWorkFound found, PatalWorkTake how)
{
  const struct { PatalWorkField field; char **ours; const char *theirs; } names[] = {
    { PATAL_WORK_FIELD_NAME_HI, &work->name_hi, row->work.name_hi }, { PATAL_WORK_FIELD_NAME_EN, &work->name_en, row->work.name_en },
  };
  gboolean changed = FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if ((row->said & BIT (names[i].field)) != 0
        && (found == PATAL_WORK_FOUND_BY_CODE || *names[i].ours == NULL || !same_name (*names[i].ours, names[i].theirs)))
      changed = take_text (names[i].ours, names[i].theirs, how) || changed;
  return changed;
}

static gboolean
take_member (const PatalWorkRow *row, PatalWork *work, gsize index, PatalWorkTake how)
{
  gpointer ours = member_of (work, index), theirs = member_of (&row->work, index);
  gsize size = members[index].type == MEMBER_DAY ? sizeof (PatalDay) : sizeof (gint64);

  if ((row->said & BIT (members[index].field)) == 0)
    return FALSE;
  if (members[index].type == MEMBER_TEXT)
    return take_text (ours, *(char **) theirs, how);
  if (memcmp (ours, theirs, size) == 0)
    return FALSE;
  if (how == PATAL_WORK_TAKE_WRITE)
    memcpy (ours, theirs, size);
  return TRUE;
}

static gboolean
take_materials (const PatalWorkRow *row, PatalWork *work, PatalWorkTake how)
{
  g_autofree char *ours = NULL, *theirs = NULL;

  if ((row->said & BIT (PATAL_WORK_FIELD_MATERIALS)) == 0)
    return FALSE;
  ours = patal_materials_format (work->materials);
  theirs = patal_materials_format (row->work.materials);
  if (g_str_equal (ours, theirs))
    return FALSE;
  if (how == PATAL_WORK_TAKE_WRITE)
    {
      PatalWork copy;

      patal_work_copy (&copy, &row->work);
      g_clear_pointer (&work->materials, g_ptr_array_unref);
      work->materials = g_steal_pointer (&copy.materials);
      patal_work_clear (&copy);
    }
  return TRUE;
}

/* A list without the state of its works says by a day of completion that one is done. */
static PatalWorkStatus
status_said (const PatalWorkRow *row, const PatalWork *work)
{
  gboolean goes_on = work->status == PATAL_WORK_SANCTIONED || work->status == PATAL_WORK_ONGOING;

  if ((row->said & BIT (PATAL_WORK_FIELD_STATUS)) != 0)
    return row->work.status;
  if ((row->said & BIT (PATAL_WORK_FIELD_END)) != 0 && goes_on)
    return PATAL_WORK_COMPLETED;
  return (row->said & BIT (PATAL_WORK_FIELD_START)) != 0 && work->status == PATAL_WORK_SANCTIONED ? PATAL_WORK_ONGOING : work->status;
}

/* Lists have six decimals, a tenth of a metre; a telephone's place has more. */
static gboolean
same_place (const PatalWork *one, const PatalWork *other)
{
  return one->has_place == other->has_place && llround (one->lat * 1e6) == llround (other->lat * 1e6)
         && llround (one->lon * 1e6) == llround (other->lon * 1e6);
}

gboolean
patal_work_row_take (const PatalWorkRow *row, PatalWork *work, PatalWorkFound found, PatalWorkTake how)
{
  PatalWork after = *work;
  gboolean changed = take_names (row, work, found, how);

  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    changed = take_member (row, work, i, how) || changed;
  changed = take_materials (row, work, how) || changed;
  after.status = status_said (row, work);
  if ((row->said & BIT (PATAL_WORK_FIELD_KIND)) != 0)
    after.kind = row->work.kind;
  if ((row->said & BIT (PATAL_WORK_FIELD_FY)) != 0)
    after.fy = row->work.fy;
  if ((row->said & BIT (PATAL_WORK_FIELD_SCHEME)) != 0)
    after.scheme = row->work.scheme;
  if ((row->said & BIT (PATAL_WORK_FIELD_LAT)) != 0 && !same_place (&row->work, work))
    {
      after.has_place = TRUE;
      after.lat = row->work.lat;
      after.lon = row->work.lon;
    }
  changed = changed || after.status != work->status || after.kind != work->kind || after.fy != work->fy
            || after.scheme != work->scheme || !same_place (&after, work);
  if (how == PATAL_WORK_TAKE_WRITE)
    {
      work->status = after.status;
      work->kind = after.kind;
      work->fy = after.fy;
      work->scheme = after.scheme;
      work->has_place = after.has_place;
      work->lat = after.lat;
      work->lon = after.lon;
    }
  return changed;
}

static char *
member_text (const PatalWork *work, gsize index)
{
  gconstpointer member = member_of (work, index);

  switch (members[index].type)
    {
    case MEMBER_TEXT:
      return g_strdup (*(char *const *) member != NULL ? *(char *const *) member : "");
    case MEMBER_DAY:
      return *(const PatalDay *) member != PATAL_DAY_NONE ? patal_day_iso (*(const PatalDay *) member) : g_strdup ("");
    case MEMBER_COUNT:
      return *(const gint64 *) member != PATAL_WORK_UNKNOWN ? g_strdup_printf ("%" G_GINT64_FORMAT, *(const gint64 *) member) : g_strdup ("");
    case MEMBER_MONEY:
    default:
      return *(const gint64 *) member != PATAL_WORK_UNKNOWN ? patal_money_format (*(const gint64 *) member, PATAL_MONEY_RUPEES) : g_strdup ("");
    }
}

static char *
degrees_text (const PatalWork *work, double degrees)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup (work->has_place ? g_ascii_formatd (text, sizeof text, "%.8g", degrees) : "");
}

char *
patal_work_row_text (PatalWorkReader *reader, const PatalWork *work, PatalWorkField field)
{
  const char *code;
  g_autofree char *materials = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    if (members[i].field == field)
      return member_text (work, i);
  switch ((int) field)
    {
    case PATAL_WORK_FIELD_NAME_HI:
      return g_strdup (work->name_hi != NULL ? work->name_hi : "");
    case PATAL_WORK_FIELD_NAME_EN:
      return g_strdup (work->name_en != NULL ? work->name_en : "");
    case PATAL_WORK_FIELD_GP:
      return g_strdup (patal_unit_finder_name (reader->units, work->gp, PATAL_LANG_EN));
    case PATAL_WORK_FIELD_GP_HI:
      return g_strdup (patal_unit_finder_name (reader->units, work->gp, PATAL_LANG_HI));
    case PATAL_WORK_FIELD_SCHEME:
      code = scheme_code (reader, work->scheme);
      return g_strdup (code != NULL ? code : "");
    case PATAL_WORK_FIELD_KIND:
      return g_strdup (_(patal_work_kind_title (work->kind)));
    case PATAL_WORK_FIELD_STATUS:
      return g_strdup (_(patal_work_status_title (work->status)));
    case PATAL_WORK_FIELD_FY:
      return work->fy != 0 ? patal_fy_label (work->fy) : g_strdup ("");
    case PATAL_WORK_FIELD_MATERIALS:
      materials = patal_materials_format (work->materials);
      return g_strdelimit (g_steal_pointer (&materials), "\n", ';');
    case PATAL_WORK_FIELD_LAT:
      return degrees_text (work, work->lat);
    case PATAL_WORK_FIELD_LON:
      return degrees_text (work, work->lon);
    default:
      return g_strdup ("");
    }
}
