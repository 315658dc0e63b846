/* patal-work-report.c: the list of works, which reads back as it was written
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-work-list.h"
#include "patal-frame.h"
#include "patal-label.h"
#include "patal-scheme.h"
#include "patal-unit.h"
#include "patal-work-private.h"
#include <glib/gi18n-lib.h>
#include <math.h>
#include <stddef.h>
#include <stdlib.h>

typedef enum
{
  OF_PLACE, /* of the gram panchayat, not of the work: the next of the place's words */
  OF_WORK,  /* the member at the offset */
  NAME, /* in the report's language, where it has one */
  SCHEME, KIND, STATUS, FY, RATIO, MATERIALS, LAT, LON,
} Source;

typedef struct
{
  const char      *id, *title; /* title: a message id, the same as of the column that is read back */
  PatalColumnType  type;
  PatalColumnTotal total;
  Source           source;
  gsize            offset;     /* OF_PLACE: PlaceWord */
} Column;

typedef enum { PLACE_DISTRICT, PLACE_BLOCK, PLACE_GP, PLACE_CODE, N_PLACE_WORDS } PlaceWord;

#define TEXT(id, title, member)  { id, title, PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE, OF_WORK, offsetof (PatalWork, member) }
#define CODE(id, title, member)  { id, title, PATAL_COLUMN_CODE, PATAL_TOTAL_NONE, OF_WORK, offsetof (PatalWork, member) }
#define DAY(id, title, member)   { id, title, PATAL_COLUMN_DAY, PATAL_TOTAL_NONE, OF_WORK, offsetof (PatalWork, member) }
#define MONEY(id, title, member) { id, title, PATAL_COLUMN_MONEY, PATAL_TOTAL_SUM, OF_WORK, offsetof (PatalWork, member) }
#define COUNT(id, title, member) { id, title, PATAL_COLUMN_INTEGER, PATAL_TOTAL_SUM, OF_WORK, offsetof (PatalWork, member) }
#define PLACE(id, title, word)   { id, title, PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE, OF_PLACE, word }
#define WORD(id, title, source)  { id, title, PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE, source, 0 }

static const Column columns[] = {
  { "serial", N_("No."), PATAL_COLUMN_SERIAL, PATAL_TOTAL_NONE, OF_PLACE, N_PLACE_WORDS },
  PLACE ("district", N_("District"), PLACE_DISTRICT),
  PLACE ("block", N_("Block"), PLACE_BLOCK),
  PLACE ("gp", N_("Gram panchayat"), PLACE_GP),
  { "gp_code", N_("LGD code"), PATAL_COLUMN_CODE, PATAL_TOTAL_NONE, OF_PLACE, PLACE_CODE },
  TEXT ("village", N_("Village"), village),
  WORD ("name", N_("Name of the work"), NAME),
  TEXT ("name_hi", N_("Name of the work (Hindi)"), name_hi),
  TEXT ("name_en", N_("Name of the work (English)"), name_en),
  CODE ("code", N_("Work code"), code),
  WORD ("scheme", N_("Scheme"), SCHEME),
  TEXT ("category", N_("Category of the work"), category),
  WORD ("kind", N_("Community or individual"), KIND),
  TEXT ("beneficiary", N_("Beneficiary"), beneficiary),
  TEXT ("guardian", N_("Father or husband"), guardian),
  CODE ("job_card", N_("Job card"), job_card),
  { "fy", N_("Financial year"), PATAL_COLUMN_CODE, PATAL_TOTAL_NONE, FY, 0 },
  CODE ("ts_no", N_("Technical sanction: number"), ts_no),
  DAY ("ts_day", N_("Technical sanction: date"), ts_day),
  CODE ("as_no", N_("Administrative sanction: number"), as_no),
  DAY ("as_day", N_("Administrative sanction: date"), as_day),
  MONEY ("wage", N_("Sanctioned: wage"), sanctioned.wage_paise),
  MONEY ("material", N_("Sanctioned: material"), sanctioned.material_paise),
  MONEY ("total", N_("Sanctioned: total"), sanctioned.total_paise),
  WORD ("ratio", N_("Wage : material"), RATIO),
  COUNT ("days", N_("Person-days: estimated"), days),
  { "rate", N_("Wage rate per day"), PATAL_COLUMN_MONEY, PATAL_TOTAL_NONE, OF_WORK, offsetof (PatalWork, rate_paise) },
  WORD ("materials", N_("Main materials"), MATERIALS),
  TEXT ("agency", N_("Implementing agency"), agency),
  TEXT ("convergence", N_("Convergence"), convergence),
  WORD ("status", N_("Status"), STATUS),
  DAY ("start", N_("Start of the work"), start),
  DAY ("end", N_("Completion of the work"), end),
  MONEY ("spent_wage", N_("Spent: wage"), spent.wage_paise),
  MONEY ("spent_material", N_("Spent: material"), spent.material_paise),
  MONEY ("spent_total", N_("Spent: total"), spent.total_paise),
  COUNT ("spent_days", N_("Person-days: worked"), spent_days),
  { "lat", N_("Latitude"), PATAL_COLUMN_DEGREES, PATAL_TOTAL_NONE, LAT, 0 },
  { "lon", N_("Longitude"), PATAL_COLUMN_DEGREES, PATAL_TOTAL_NONE, LON, 0 },
  TEXT ("remark", N_("Remark"), remark),
};
#define N_COLUMNS G_N_ELEMENTS (columns)

typedef struct
{
  PatalDb               *db;
  const PatalReportArgs *args;
  PatalLang              lang;
  PatalWorkFilter        filter;
  GPtrArray             *works;               /* of PatalWork, in order */
  GPtrArray             *schemes;             /* of PatalScheme */
  gboolean               is_short;            /* what a page holds in readable letters */
  guint                  places[N_COLUMNS];   /* where a column stands; G_MAXUINT: nowhere, since no work has anything in it */
  gint64                 gp;                  /* whose words these are */
  char                  *words[N_PLACE_WORDS];
} Report;

static void
report_clear (Report *report)
{
  g_clear_pointer (&report->works, g_ptr_array_unref);
  g_clear_pointer (&report->schemes, g_ptr_array_unref);
  for (guint i = 0; i < N_PLACE_WORDS; i++)
    g_clear_pointer (&report->words[i], g_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Report, report_clear)

static void
work_free (gpointer data)
{
  patal_work_clear (data);
  g_free (data);
}

static gboolean
fail_filter (const char *key, const char *value, GError **error)
{
  g_set_error (error, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND, _("The filter %s does not know “%s”"), key, value);
  return FALSE;
}

/* *@out: which of the words the filter's @key is; untouched where it is not given. */
static gboolean
read_word (const PatalReportArgs *args, const char *key, const char *const *words, guint n, int *out, GError **error)
{
  const char *value = patal_frame_filter (args, key);

  for (guint i = 0; value != NULL && i < n; i++)
    if (g_str_equal (words[i], value))
      {
        *out = (int) i;
        return TRUE;
      }
  return value == NULL || fail_filter (key, value, error);
}

static gboolean
read_filter (Report *report, GError **error)
{
  static const char *const boards[] = { "any", "missing", "built", "wrong", "unseen", "overprint" };
  static const char *const lengths[] = { "all", "short" };
  const char *fy = patal_frame_filter (report->args, "fy");
  const char *kinds[PATAL_N_WORK_KINDS], *statuses[PATAL_N_WORK_STATUSES];
  int board = PATAL_BOARD_STATE_ANY, length = 0;

  for (guint i = 0; i < PATAL_N_WORK_KINDS; i++)
    kinds[i] = patal_work_kind_id (i);
  for (guint i = 0; i < PATAL_N_WORK_STATUSES; i++)
    statuses[i] = patal_work_status_id (i);
  report->filter = (PatalWorkFilter) {
    .kind = -1, .status = -1, .sort = report->lang == PATAL_LANG_HI ? PATAL_WORK_SORT_GP_HI : PATAL_WORK_SORT_GP_EN
  };
  if (!patal_frame_scope (report->db, report->args, &report->filter.within, error)
      || !read_word (report->args, "kind", kinds, PATAL_N_WORK_KINDS, &report->filter.kind, error)
      || !read_word (report->args, "status", statuses, PATAL_N_WORK_STATUSES, &report->filter.status, error)
      || !read_word (report->args, "board", boards, G_N_ELEMENTS (boards), &board, error)
      || !read_word (report->args, "columns", lengths, G_N_ELEMENTS (lengths), &length, error))
    return FALSE;
  report->is_short = length == 1;
  report->filter.board = (PatalBoardState) board;
  report->filter.as_on = report->args->as_on;
  if (fy != NULL && !patal_fy_parse (fy, &report->filter.fy, NULL))
    report->filter.fy = atoi (fy);
  return fy == NULL || report->filter.fy > 0 || fail_filter ("fy", fy, error);
}

static gboolean
read_works (Report *report, GError **error)
{
  g_autoptr (GArray) ids = patal_work_ids (report->db, &report->filter, error);

  report->works = g_ptr_array_new_with_free_func (work_free);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      PatalWork *work = g_new (PatalWork, 1);

      patal_work_init (work);
      g_ptr_array_add (report->works, work);
      if (!patal_work_load (report->db, g_array_index (ids, gint64, i), work, error)
          || !patal_progress_step (report->args->progress, i + 1, ids->len, error))
        return FALSE;
    }
  return ids != NULL;
}

static gboolean
read_place (Report *report, gint64 gp, GError **error)
{
  g_auto (PatalRows) rows = patal_db_query (report->db,
    "SELECT iif (?2, ifnull (d.name_hi, d.name_en), ifnull (d.name_en, d.name_hi)),"
    " iif (?2, ifnull (b.name_hi, b.name_en), ifnull (b.name_en, b.name_hi)),"
    " iif (?2, ifnull (u.name_hi, u.name_en), ifnull (u.name_en, u.name_hi)), u.lgd_code"
    " FROM unit AS u LEFT JOIN unit AS b ON b.id = u.parent LEFT JOIN unit AS d ON d.id = b.parent WHERE u.id = ?1",
    PATAL_ARGS (PATAL_INT (gp), PATAL_INT (report->lang == PATAL_LANG_HI)));

  if (patal_rows_next (&rows))
    for (int i = 0; i < N_PLACE_WORDS; i++)
      {
        g_free (report->words[i]);
        report->words[i] = g_strdup (patal_rows_text (&rows, i));
      }
  report->gp = gp;
  return patal_rows_finish (&rows, error);
}

static const char *
scheme_code (const Report *report, gint64 id)
{
  for (guint i = 0; i < report->schemes->len; i++)
    if (((const PatalScheme *) report->schemes->pdata[i])->id == id)
      return ((const PatalScheme *) report->schemes->pdata[i])->code;
  return NULL;
}

/* (transfer full) (nullable): "62 : 38", of sums that are both known. */
static char *
ratio_text (gint64 wage_paise, gint64 material_paise)
{
  gint64 both = wage_paise + material_paise, wage;

  if (wage_paise == PATAL_WORK_UNKNOWN || material_paise == PATAL_WORK_UNKNOWN || both == 0)
    return NULL;
  wage = (gint64) floor ((double) wage_paise * 100 / (double) both + 0.5);
  return g_strdup_printf ("%d : %d", (int) wage, (int) (100 - wage));
}

static char *
materials_text (const PatalWork *work)
{
  g_autofree char *lines = work->materials != NULL ? patal_materials_format (work->materials) : NULL;
  g_auto (GStrv) parts = lines != NULL ? g_strsplit (lines, "\n", -1) : NULL;

  return parts != NULL && parts[0] != NULL ? g_strjoinv ("; ", parts) : NULL;
}

/* (transfer full) (nullable): what a column of words says of @work. */
static char *
word_of (const Report *report, const PatalWork *work, const Column *column)
{
  switch (column->source)
    {
    case NAME:
      return g_strdup ((report->lang == PATAL_LANG_HI && work->name_hi != NULL) || work->name_en == NULL ? work->name_hi : work->name_en);
    case SCHEME:
      return g_strdup (scheme_code (report, work->scheme));
    case KIND:
      return g_strdup (patal_words_get (report->args->words, patal_work_kind_title (work->kind)));
    case STATUS:
      return g_strdup (patal_words_get (report->args->words, patal_work_status_title (work->status)));
    case FY:
      return work->fy != 0 ? patal_fy_label (work->fy) : NULL;
    case RATIO:
      return ratio_text (work->sanctioned.wage_paise, work->sanctioned.material_paise);
    case MATERIALS:
      return materials_text (work);
    case OF_WORK:
      return g_strdup (*(char *const *) ((const char *) work + column->offset));
    case OF_PLACE:
    case LAT:
    case LON:
    default:
      return NULL;
    }
}

static gboolean
is_word (const Column *column)
{
  return column->type == PATAL_COLUMN_TEXT || column->type == PATAL_COLUMN_CODE;
}

/* FALSE: it is not known. */
static gboolean
number_of (const PatalWork *work, const Column *column, gint64 *out)
{
  const char *member = (const char *) work + column->offset;

  /* Totals are as they are written; where only the parts are, the sums below would lack them. */
  if (member == (const char *) &work->sanctioned.total_paise)
    *out = patal_work_money_total (&work->sanctioned);
  else if (member == (const char *) &work->spent.total_paise)
    *out = patal_work_money_total (&work->spent);
  else if (column->source == LAT || column->source == LON)
    *out = llround ((column->source == LAT ? work->lat : work->lon) * 1e6);
  else if (column->type == PATAL_COLUMN_DAY)
    *out = *(const PatalDay *) member;
  else
    *out = *(const gint64 *) member;
  return column->source == LAT || column->source == LON ? work->has_place
         : column->type == PATAL_COLUMN_DAY             ? *out != PATAL_DAY_NONE
                                                        : *out != PATAL_WORK_UNKNOWN;
}

static gboolean
is_filled (const Report *report, const Column *column)
{
  for (guint i = 0; i < report->works->len; i++)
    {
      const PatalWork *work = g_ptr_array_index (report->works, i);
      g_autofree char *word = is_word (column) ? word_of (report, work, column) : NULL;
      gint64 number;

      if (is_word (column) ? word != NULL : number_of (work, column, &number))
        return TRUE;
    }
  return FALSE;
}

/* A column in which no work has anything would only take room; a list without works is one to fill in. */
static gboolean
is_wanted (const Report *report, const Column *column, gboolean with_district)
{
  static const char *const kept[] = { "serial", "gp", "name", "code", "fy", "wage", "material", "total", "ratio", "status", "start", "end",
                                      NULL };

  if (report->is_short ? !g_strv_contains (kept, column->id) : column->source == NAME)
    return FALSE;
  if (column->source == OF_PLACE)
    return column->offset != PLACE_DISTRICT || with_district;
  return report->works->len == 0 || is_filled (report, column);
}

static PatalTable *
new_table (Report *report, gboolean with_district)
{
  PatalColumn shown[N_COLUMNS];
  guint n = 0;

  for (guint i = 0; i < N_COLUMNS; i++)
    {
      gboolean wanted = is_wanted (report, &columns[i], with_district);

      report->places[i] = wanted ? n : G_MAXUINT;
      if (wanted)
        shown[n++] = (PatalColumn) { columns[i].id, patal_words_get (report->args->words, columns[i].title), columns[i].type,
                                     columns[i].total };
    }
  return patal_table_new (shown, n);
}

static void
add_row (Report *report, PatalTable *table, const PatalWork *work)
{
  guint row = patal_table_add_row (table, work->id);

  for (guint i = 1; i < N_COLUMNS; i++)
    {
      const Column *column = &columns[i];
      gint64 number;

      if (report->places[i] == G_MAXUINT)
        continue;
      if (column->source == OF_PLACE)
        patal_table_set_text (table, row, report->places[i], report->words[column->offset]);
      else if (is_word (column))
        {
          g_autofree char *word = word_of (report, work, column);

          patal_table_set_text (table, row, report->places[i], word);
        }
      else if (number_of (work, column, &number))
        patal_table_set_number (table, row, report->places[i], number);
    }
}

static gboolean
fill_table (Report *report, PatalTable *table, gboolean with_district, GError **error)
{
  g_autofree char *group = NULL;

  for (guint i = 0; i < report->works->len; i++)
    {
      const PatalWork *work = g_ptr_array_index (report->works, i);
      g_autofree char *title = NULL;

      if (work->gp != report->gp && !read_place (report, work->gp, error))
        return FALSE;
      title = with_district ? g_strdup_printf ("%s, %s", report->words[PLACE_BLOCK], report->words[PLACE_DISTRICT])
                            : g_strdup (report->words[PLACE_BLOCK]);
      if (g_strcmp0 (title, group) != 0)
        {
          patal_table_begin_group (table, title);
          g_free (group);
          group = g_steal_pointer (&title);
        }
      add_row (report, table, work);
    }
  return TRUE;
}

/* (transfer full) (nullable): the ratio of all together, of the works of which both sums are known. It is information: the law asks for it in
 * the district as a whole. */
static char *
make_note (const Report *report)
{
  gint64 wage = 0, material = 0;
  g_autofree char *ratio = NULL;

  for (guint i = 0; i < report->works->len; i++)
    {
      const PatalWork *work = g_ptr_array_index (report->works, i);

      if (work->sanctioned.wage_paise != PATAL_WORK_UNKNOWN && work->sanctioned.material_paise != PATAL_WORK_UNKNOWN)
        {
          wage += work->sanctioned.wage_paise;
          material += work->sanctioned.material_paise;
        }
    }
  ratio = ratio_text (wage, material);
  return ratio != NULL ? patal_label_text (PATAL_LABEL (N_("Wage : material of these works together: {1}"), ratio), report->args->words) : NULL;
}

static PatalTable *
build (PatalDb *db, const PatalReportArgs *args, GError **error)
{
  g_auto (Report) report = { .db = db, .args = args, .lang = patal_words_lang (args->words) };
  g_autoptr (PatalTable) table = NULL;
  g_autofree char *note = NULL;
  gint64 n_districts;

  report.schemes = patal_scheme_list (db, error);
  if (report.schemes == NULL || !read_filter (&report, error) || !read_works (&report, error)
      || !patal_db_int (db, "SELECT count (*) FROM unit WHERE level = 'district' AND (?1 = 0 OR parent = ?1)",
                        PATAL_ARGS (PATAL_INT (report.filter.within)), &n_districts, error))
    return NULL;
  table = new_table (&report, n_districts > 1);
  if (!fill_table (&report, table, n_districts > 1, error))
    return NULL;
  note = make_note (&report);
  return patal_frame_apply (db, table, args, report.filter.within, patal_words_get (args->words, "List of works"), note, error)
             ? g_steal_pointer (&table) : NULL;
}

const PatalReport patal_work_report = { "works", N_("List of works"), build };
