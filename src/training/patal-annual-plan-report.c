/* patal-annual-plan-report.c: the report "annual-plan": the lines of a year's plan, as the Ministry's form has them (domain.md 3.5)
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-annual-plan.h"
#include "patal-frame.h"
#include "patal-subject.h"
#include "patal-training-private.h"
#include <glib/gi18n-lib.h>

enum
{
  SERIAL, COMPONENT, TRAINING, CATEGORY, TARGET, SUBJECTS, LEVEL, MODE, PARTICIPANTS, DAYS, UNIT_COST, PROPOSED, ADDITIONAL, RECOMMENDED,
  APPROVED, REMARK, N_COLUMNS
};

typedef struct
{
  PatalDb               *db;
  const PatalReportArgs *args;
  PatalTable            *table;
  PatalAnnualPlan        plan;
  GPtrArray             *lines, *subjects;
  gboolean               any_old; /* a ceiling that is shown is no longer in force */
} Report;

static void
report_clear (Report *report)
{
  patal_annual_plan_clear (&report->plan);
  g_clear_pointer (&report->lines, g_ptr_array_unref);
  g_clear_pointer (&report->subjects, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Report, report_clear)

/* The year of the filter, else that of the day on which the state is told. */
static gboolean
read_fy (const PatalReportArgs *args, int *fy, GError **error)
{
  const char *said = patal_frame_filter (args, "fy");

  *fy = patal_fy_of (args->as_on);
  return said == NULL || patal_fy_parse (said, fy, error);
}

/* (transfer full): of all modules, each once. */
static char *
subjects_of (Report *report, const PatalCourse *course)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < report->subjects->len; i++)
    {
      const PatalSubject *subject = g_ptr_array_index (report->subjects, i);
      gboolean taught = FALSE;

      for (guint m = 0; m < course->modules->len; m++)
        taught = taught || patal_training_has (((const PatalModule *) g_ptr_array_index (course->modules, m))->subjects, subject->id);
      if (taught)
        g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", patal_training_name (subject->names, report->args->words));
    }
  return g_string_free (text, FALSE);
}

static gboolean
set_course (Report *report, guint row, gint64 id, GError **error)
{
  const PatalWords *words = report->args->words;
  g_auto (PatalCourse) course = { 0 };
  g_autofree char *target = NULL, *subjects = NULL;

  if (!patal_course_load (report->db, id, &course, error))
    return FALSE;
  target = patal_training_target_group (report->db, &course, words);
  subjects = subjects_of (report, &course);
  patal_table_set_text (report->table, row, TRAINING, patal_training_name (course.names, words));
  patal_table_set_text (report->table, row, CATEGORY, patal_words_get (words, patal_course_category_title (course.category)));
  patal_table_set_text (report->table, row, TARGET, target);
  patal_table_set_text (report->table, row, SUBJECTS, subjects);
  patal_table_set_text (report->table, row, LEVEL, patal_words_get (words, patal_course_level_title (course.level)));
  patal_table_set_text (report->table, row, MODE, patal_words_get (words, patal_course_mode_title (course.mode)));
  return TRUE;
}

static void
set_money (Report *report, guint row, guint column, gint64 paise)
{
  if (paise != PATAL_PLAN_NOT_SAID)
    patal_table_set_number (report->table, row, column, paise);
}

static void
set_remark (Report *report, guint row, const PatalPlanLine *line, const PatalCostNorm *ceiling)
{
  g_autofree char *warning = patal_plan_line_warning (line, ceiling->id != 0 ? ceiling : NULL, report->args->words);
  g_autofree char *both = line->remark != NULL && warning != NULL ? g_strconcat (line->remark, "; ", warning, NULL) : NULL;

  patal_table_set_text (report->table, row, REMARK, both != NULL ? both : warning != NULL ? warning : line->remark);
}

static gboolean
add_line (Report *report, const PatalPlanLine *line, const PatalCostNorm *ceiling, GError **error)
{
  guint row = patal_table_add_row (report->table, line->id);

  patal_table_set_text (report->table, row, COMPONENT, line->component);
  if (line->course != 0 && !set_course (report, row, line->course, error))
    return FALSE;
  if (line->course == 0)
    patal_table_set_text (report->table, row, TRAINING, line->name);
  if (line->own_paise == PATAL_PLAN_NOT_SAID)
    {
      patal_table_set_number (report->table, row, PARTICIPANTS, line->participants);
      patal_table_set_number (report->table, row, DAYS, line->days);
    }
  set_money (report, row, UNIT_COST, line->unit_paise);
  set_money (report, row, line->additional ? ADDITIONAL : PROPOSED, patal_plan_line_proposed (line));
  set_money (report, row, RECOMMENDED, line->recommended_paise);
  set_money (report, row, APPROVED, line->approved_paise);
  set_remark (report, row, line, ceiling);
  return TRUE;
}

/* (transfer full): "TRG-B विकासखण्ड / क्लस्टर स्तरीय प्रशिक्षण (अधिकतम 800)" */
static char *
component_title (Report *report, const char *component, const PatalCostNorm *ceiling)
{
  g_autofree char *most = NULL;

  if (ceiling->id == 0)
    return g_strdup (component);
  most = patal_money_format (ceiling->paise, PATAL_MONEY_RUPEES);
  /* Translators: a component of an annual plan: its code, its name, its ceiling in rupees */
  return patal_label_text (PATAL_LABEL (N_("{1} {2} (at most {3})"), component, patal_training_name (ceiling->names, report->args->words),
                                        most), report->args->words);
}

static gboolean
add_component (Report *report, const char *component, GError **error)
{
  g_auto (PatalCostNorm) ceiling = { 0 };
  g_autofree char *title = NULL;

  if (!patal_cost_norm_on (report->db, component, patal_fy_span (report->plan.fy).from, &ceiling, error))
    return FALSE;
  title = component_title (report, component, &ceiling);
  report->any_old = report->any_old || (ceiling.id != 0 && !ceiling.in_force);
  patal_table_begin_group (report->table, title);
  for (guint i = 0; i < report->lines->len; i++)
    {
      const PatalPlanLine *line = g_ptr_array_index (report->lines, i);

      if (g_str_equal (line->component, component) && !add_line (report, line, &ceiling, error))
        return FALSE;
    }
  return TRUE;
}

/* In the order in which the plan names its components first. */
static gboolean
add_components (Report *report, GError **error)
{
  g_autoptr (GHashTable) done = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < report->lines->len; i++)
    {
      const PatalPlanLine *line = g_ptr_array_index (report->lines, i);

      if (g_hash_table_add (done, line->component) && !add_component (report, line->component, error))
        return FALSE;
    }
  return TRUE;
}

static void
add_sentence (GString *text, char *sentence)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", sentence);
  g_free (sentence);
}

/* (transfer full) (nullable) */
static char *
make_note (const Report *report, const char *year)
{
  const PatalWords *words = report->args->words;
  g_autoptr (GString) note = g_string_new (NULL);

  if (report->plan.id == 0)
    add_sentence (note, patal_label_text (PATAL_LABEL (N_("There is no annual plan for {1} yet."), year), words));
  if (report->plan.approved_on != PATAL_DAY_NONE)
    {
      g_autofree char *day = patal_day_format (report->plan.approved_on);

      add_sentence (note, patal_label_text (PATAL_LABEL (N_("Approved on {1}."), day), words));
    }
  if (report->plan.order_no != NULL)
    add_sentence (note, patal_label_text (PATAL_LABEL (N_("Order: {1}."), report->plan.order_no), words));
  if (report->any_old)
    add_sentence (note, patal_label_text (PATAL_LABEL (
      N_("The ceilings are the last that are known; whether they are in force in {1} is unverified."), year), words));
  return note->len > 0 ? g_strdup (note->str) : NULL;
}

static PatalTable *
new_table (const PatalWords *words)
{
  const PatalColumn columns[N_COLUMNS] = {
    [SERIAL] = { "serial", patal_words_get (words, "No."), PATAL_COLUMN_SERIAL, PATAL_TOTAL_NONE },
    [COMPONENT] = { "component", patal_words_get (words, "Component"), PATAL_COLUMN_CODE, PATAL_TOTAL_NONE },
    [TRAINING] = { "training", patal_words_get (words, "Training / subject"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    [CATEGORY] = { "category", patal_words_get (words, "Training category"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    [TARGET] = { "target", patal_words_get (words, "Target group"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    [SUBJECTS] = { "subjects", patal_words_get (words, "Training subjects"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    [LEVEL] = { "level", patal_words_get (words, "Level"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    [MODE] = { "mode", patal_words_get (words, "Mode of training"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    [PARTICIPANTS] = { "participants", patal_words_get (words, "Participants"), PATAL_COLUMN_INTEGER, PATAL_TOTAL_SUM },
    [DAYS] = { "days", patal_words_get (words, "Days"), PATAL_COLUMN_INTEGER, PATAL_TOTAL_NONE },
    [UNIT_COST] = { "unit_cost", patal_words_get (words, "Unit cost (Rs)"), PATAL_COLUMN_MONEY, PATAL_TOTAL_NONE },
    [PROPOSED] = { "proposed", patal_words_get (words, "Proposed (Rs)"), PATAL_COLUMN_MONEY, PATAL_TOTAL_SUM },
    [ADDITIONAL] = { "additional", patal_words_get (words, "Additional requirement (Rs)"), PATAL_COLUMN_MONEY, PATAL_TOTAL_SUM },
    [RECOMMENDED] = { "recommended", patal_words_get (words, "Recommended (Rs)"), PATAL_COLUMN_MONEY, PATAL_TOTAL_SUM },
    [APPROVED] = { "approved", patal_words_get (words, "Approved (Rs)"), PATAL_COLUMN_MONEY, PATAL_TOTAL_SUM },
    [REMARK] = { "remark", patal_words_get (words, "Remark"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
  };

  return patal_table_new (columns, N_COLUMNS);
}

static PatalTable *
build (PatalDb *db, const PatalReportArgs *args, GError **error)
{
  g_auto (Report) report = { .db = db, .args = args };
  g_autoptr (PatalTable) table = new_table (args->words);
  g_autofree char *year = NULL, *note = NULL, *title = NULL;
  int fy;

  report.table = table;
  if (!read_fy (args, &fy, error) || !patal_annual_plan_of (db, fy, &report.plan, error)
      || (report.lines = patal_plan_lines (db, report.plan.id, error)) == NULL
      || (report.subjects = patal_subjects (db, error)) == NULL || !add_components (&report, error))
    return NULL;
  year = patal_fy_label (fy);
  note = make_note (&report, year);
  title = patal_label_text (PATAL_LABEL (N_("Annual action plan {1}"), year), args->words);
  return patal_frame_apply (db, table, args, 0, title, note, error) ? g_steal_pointer (&table) : NULL;
}

const PatalReport patal_annual_plan_report = { "annual-plan", N_("Annual action plan"), build };
