/* patal-work-row.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-work-row.h"
#include "patal-label.h"
#include "patal-scheme.h"
#include "patal-text.h"
#include "patal-work-member.h"
#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#define PORTAL_CODE 8 /* characters: codes of the portal have more */
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
  [PATAL_WORK_COMMUNITY] = WORDS ("community", "community work", "सामुदायिक", "सामुदायिक कार्य", "समुदाय", "समुदायिक", "समुदायिक कार्य", "सामु.",
                                  "सार्वजनिक", "public", "शासकीय"),
  [PATAL_WORK_INDIVIDUAL] = WORDS ("individual", "individual work", "हितग्राही मूलक", "हितग्राही मूलक कार्य", "हितग्राही", "व्यक्तिगत", "व्यक्ति मूलक",
                                   "हित.", "हितग्राही कार्य", "व्यक्तिगत कार्य", "निजी", "individual beneficiary", "beneficiary", "if", "ibs"),
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

const char *
patal_work_reader_scheme_code (PatalWorkReader *reader, gint64 id)
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
  for (gsize i = 0; i < PATAL_WORK_N_MEMBERS; i++)
    if (g_strcmp0 (patal_work_members[i].name, member) == 0)
      return (int) patal_work_members[i].field;
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
  reading->row->said |= PATAL_WORK_SAID (field);
}

static gboolean
read_members (Reading *reading)
{
  for (gsize i = 0; i < PATAL_WORK_N_MEMBERS; i++)
    {
      const char *cell = reading->cells[patal_work_members[i].field];
      gpointer member = patal_work_member (&reading->row->work, i);
      g_autoptr (GError) error = NULL;

      if (cell == NULL)
        continue;
      say (reading, patal_work_members[i].field);
      switch (patal_work_members[i].type)
        {
        case PATAL_WORK_MEMBER_TEXT:
          *(char **) member = g_strdup (cell);
          break;
        case PATAL_WORK_MEMBER_COUNT:
          *(gint64 *) member = g_ascii_strtoll (cell, NULL, 10);
          if (*(gint64 *) member < 0) /* -1 would be "unknown" */
            return refuse (reading, (int) patal_work_members[i].field, g_strdup (_("This number cannot be below 0")));
          break;
        case PATAL_WORK_MEMBER_DAY:
          *(PatalDay *) member = patal_day_from_iso (cell);
          break;
        case PATAL_WORK_MEMBER_MONEY:
        default:
          if (!patal_money_parse (cell, member, &error))
            return refuse (reading, (int) patal_work_members[i].field, g_strdup (error->message));
          if (*(gint64 *) member < 0)
            return refuse (reading, (int) patal_work_members[i].field, g_strdup (_("This number cannot be below 0")));
          break;
        }
    }
  return TRUE;
}

/* The portal's lists may have the code behind the name, in brackets. */
static void
split_code (Reading *reading, char *name)
{
  PatalWork *work = &reading->row->work;
  char *open = name != NULL ? strrchr (name, '(') : NULL;
  gsize n = open != NULL ? strcspn (open + 1, " )") : 0;

  if (work->code != NULL || open == NULL || open == name || n < PORTAL_CODE || open[1 + n] != ')' || open[2 + n] != '\0')
    return;
  work->code = g_strndup (open + 1, n);
  if (strchr (work->code, '/') == NULL || strpbrk (work->code, "0123456789") == NULL)
    {
      g_clear_pointer (&work->code, g_free);
      return;
    }
  *open = '\0';
  g_strchomp (name);
  say (reading, PATAL_WORK_FIELD_CODE);
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
  split_code (reading, work->name_hi);
  split_code (reading, work->name_en);
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
      reading->row->unsure_unit = patal_unit_finder_above (reading->reader->units, match->unit, match->level);
      reading->row->unsure_field = fault;
    }
  return TRUE;
}

/* A work of the portal's kind IF stands on a person's own land. */
static PatalWorkKind
guess_kind (const PatalWork *work)
{
  return work->beneficiary != NULL || work->job_card != NULL || (work->code != NULL && strstr (work->code, "/IF/") != NULL)
             ? PATAL_WORK_INDIVIDUAL : PATAL_WORK_COMMUNITY;
}

/* "कार्य का प्रकार" heads categories in one list and kinds in another: a word of a kind is no category. */
static gboolean
kind_in_category (Reading *reading)
{
  const char *category = reading->cells[PATAL_WORK_FIELD_CATEGORY];
  guint found = reading->cells[PATAL_WORK_FIELD_KIND] == NULL ? word_meaning (reading->reader->kinds, category) : 0;

  if (found == 0)
    return FALSE;
  reading->row->work.kind = found - 1;
  say (reading, PATAL_WORK_FIELD_KIND);
  g_clear_pointer (&reading->row->work.category, g_free);
  reading->row->said &= ~PATAL_WORK_SAID (PATAL_WORK_FIELD_CATEGORY);
  return TRUE;
}

static gboolean
read_kind (Reading *reading)
{
  const char *cell = reading->cells[PATAL_WORK_FIELD_KIND];
  guint found = word_meaning (reading->reader->kinds, cell);

  if (kind_in_category (reading))
    return TRUE;
  reading->row->work.kind = found > 0 ? found - 1 : guess_kind (&reading->row->work);
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

static gboolean
read_day_of_order (const char *text, PatalDay *day)
{
  g_autofree char *plain = g_strdup (text);

  g_strchomp (plain);
  while (g_str_has_suffix (plain, ")"))
    plain[strlen (plain) - 1] = '\0';
  return patal_day_parse (plain, day, NULL);
}

/* (nullable): where in the number of an order its day begins, by a word for it, or as what stands last: "1131 / 14.06.2025", "1131 (14-6-2025)".
 * A stroke alone may be the number's own: "1131/14/06/2025" may be parted anywhere. */
static const char *
find_day_of_order (const char *no, PatalDay *day)
{
  static const char *const marks[] = { "दिनांक", "दि.", "दिनाँक", "dated", "date", "dt.", "Dt.", "Dated", "Date" };

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      const char *mark = strstr (no, marks[i]);

      if (mark != NULL && read_day_of_order (mark + strlen (marks[i]) + strspn (mark + strlen (marks[i]), " :-"), day))
        return mark;
    }
  for (const char *at = no; *at != '\0'; at++)
    {
      gboolean parted = at > no + 1 && (strchr (" ,(", at[-1]) != NULL || (at[-1] == '/' && strchr (at, '/') == NULL));

      if (parted && strchr (" ,(/", *at) == NULL && read_day_of_order (at, day))
        return at;
    }
  return NULL;
}

/* "123/2021 दिनांक 12.05.2021": a list that has no column for the day puts it behind the number. */
static void
split_day (Reading *reading, PatalWorkField no_field, char **no, PatalWorkField day_field, PatalDay *day)
{
  PatalDay found;
  const char *mark = *no != NULL ? find_day_of_order (*no, &found) : NULL;

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
  reading->row->said &= ~PATAL_WORK_SAID (no_field);
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

/* In columns of words too a list says so that there is nothing: else a thousand works had the code "-". */
static gboolean
says_nothing (const char *cell)
{
  return patal_text_says_nothing (cell) || g_str_equal (cell, ".") || g_str_equal (cell, "0") || g_str_equal (cell, "शून्य");
}

static void
keep_said (const char *const *cells, const char *said[PATAL_WORK_N_FIELDS])
{
  for (int i = 0; i < PATAL_WORK_N_FIELDS; i++)
    {
      gboolean text = patal_work_fields[i].kind == PATAL_FIELD_TEXT || patal_work_fields[i].kind == PATAL_FIELD_NAME;

      said[i] = cells[i] != NULL && text && says_nothing (cells[i]) ? NULL : cells[i];
    }
}

gboolean
patal_work_row_read (PatalWorkReader *reader, const char *const *cells, PatalWorkRow *out, int *field, char **reason)
{
  g_auto (PatalWorkRow) row = { .unsure_field = -1 };
  const char *said[PATAL_WORK_N_FIELDS];
  Reading reading = { reader, said, &row, field, reason };
  g_autoptr (GError) error = NULL;
  const char *member = NULL;

  keep_said (cells, said);
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
