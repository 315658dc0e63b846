/* patal-plan-line-import.c: lines of annual plans out of a sheet
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A line is known again by its year, its component and what it is for. Whether the additional requirements fit is seen when all rows are there. */
#include "patal-annual-plan.h"
#include "patal-text.h"
#include "patal-training-private.h"
#include <glib/gi18n-lib.h>
#include <string.h>

enum
{
  FY, COMPONENT, COURSE, NAME, ADDITIONAL, PARTICIPANTS, DAYS, UNIT_COST, AMOUNT, RECOMMENDED, APPROVED, REMARK, N_FIELDS
};

#define WORDS(...) (const char *const[]) { __VA_ARGS__, NULL }
static const PatalImportField fields[N_FIELDS] = {
  [FY] = { "fy", N_("Financial year"),
    WORDS ("fy", "वित्तीय वर्ष", "वर्ष", "financial year", "year"), PATAL_FIELD_TEXT },
  [COMPONENT] = { "component", N_("Component"),
    WORDS ("component", "घटक", "घटक कोड", "component code", "norm"), PATAL_FIELD_TEXT },
  [COURSE] = { "course", N_("Course"),
    WORDS ("course", "पाठ्यक्रम", "प्रशिक्षण", "प्रशिक्षण का नाम/विषय", "training / subject", "course code", "training"),
               PATAL_FIELD_NAME },
  [NAME] = { "name", N_("Name of what is no course"),
    WORDS ("name", "नाम", "मद", "item", "विवरण", "particulars"), PATAL_FIELD_NAME },
  [ADDITIONAL] = { "additional", N_("Additional requirement"),
    WORDS ("additional", "अतिरिक्त आवश्यकता", "अतिरिक्त आवश्यकता (रु.)",
    "additional requirement", "additional requirement (Rs)"), PATAL_FIELD_MONEY },
  [PARTICIPANTS] = { "participants", N_("Participants"),
    WORDS ("participants", "प्रतिभागी", "प्रतिभागी संख्या", "प्रतिभागियों की संख्या", "number of participants",
    "no of participants"), PATAL_FIELD_NUMBER },
  [DAYS] = { "days", N_("Days"),
    WORDS ("days", "दिवस", "दिन", "दिवसों की संख्या", "number of days", "no of days"), PATAL_FIELD_NUMBER },
  [UNIT_COST] = { "unit_cost", N_("Unit cost (Rs)"),
    WORDS ("unit_cost", "unit cost (Rs)", "इकाई लागत", "इकाई लागत (रु.)", "unit cost", "rate", "दर"),
                  PATAL_FIELD_MONEY },
  [AMOUNT] = { "amount", N_("Proposed (Rs)"),
    WORDS ("amount", "proposed", "proposed (Rs)", "प्रस्तावित", "प्रस्तावित राशि", "प्रस्तावित (रु.)", "राशि",
    "funds proposed", "funds proposed (Rs)"), PATAL_FIELD_MONEY },
  [RECOMMENDED] = { "recommended", N_("Recommended (Rs)"),
    WORDS ("recommended", "recommended (Rs)", "अनुशंसित", "अनुशंसित राशि", "अनुशंसित (रु.)",
    "ministry recommended"), PATAL_FIELD_MONEY },
  [APPROVED] = { "approved", N_("Approved (Rs)"),
    WORDS ("approved", "approved (Rs)", "स्वीकृत", "स्वीकृत राशि", "स्वीकृत (रु.)", "cec approved"),
                 PATAL_FIELD_MONEY },
  [REMARK] = { "remark", N_("Remark"),
    WORDS ("remark", "टिप्पणी", "रिमार्क", "remarks", "अभ्युक्ति"), PATAL_FIELD_NAME },
};

typedef struct /* a line of the file, or of an earlier row */
{
  PatalPlanLine line;
  int           fy;
  gboolean      claimed; /* a row is this line */
  gboolean      taken;   /* … and is to be written */
  PatalPlanLine was;     /* as the file has it, for whoever compares; of a new one all 0 */
} Known;

typedef struct
{
  GPtrArray  *courses, *norms;
  GPtrArray  *known;  /* of Known */
  GHashTable *plans;  /* fy → PatalAnnualPlan */
  GHashTable *frozen; /* id of a plan → since when */
  GHashTable *rows;   /* row → Known, borrowed */
} Job;

static void
copy_line (PatalPlanLine *to, const PatalPlanLine *from)
{
  *to = *from;
  to->component = g_strdup (from->component);
  to->name = g_strdup (from->name);
  to->remark = g_strdup (from->remark);
}

static void
known_free (gpointer data)
{
  Known *known = data;

  patal_plan_line_clear (&known->line);
  patal_plan_line_clear (&known->was);
  g_free (known);
}

static void
plan_free (gpointer data)
{
  patal_annual_plan_clear (data);
  g_free (data);
}

static void
job_free (gpointer data)
{
  Job *job = data;

  if (job == NULL)
    return;
  g_clear_pointer (&job->courses, g_ptr_array_unref);
  g_clear_pointer (&job->norms, g_ptr_array_unref);
  g_clear_pointer (&job->frozen, g_hash_table_unref);
  g_hash_table_unref (job->rows);
  g_hash_table_unref (job->plans);
  g_ptr_array_unref (job->known);
  g_free (job);
}

static Known *
remember (Job *job, const PatalPlanLine *line, int fy)
{
  Known *known = g_new0 (Known, 1);

  copy_line (&known->line, line);
  known->fy = fy;
  g_ptr_array_add (job->known, known);
  return known;
}

/* The plan of @fy with its lines, read when a row names the year first. */
static PatalAnnualPlan *
plan_of (Job *job, int fy)
{
  return g_hash_table_lookup (job->plans, GINT_TO_POINTER (fy));
}

static gboolean
read_plans (Job *job, PatalDb *db, GError **error)
{
  g_auto (PatalRows) rows = patal_db_query (db, "SELECT DISTINCT fy FROM annual_plan", PATAL_NO_ARGS);

  while (patal_rows_next (&rows))
    {
      PatalAnnualPlan *plan = g_new0 (PatalAnnualPlan, 1);
      int fy = (int) patal_rows_int (&rows, 0);
      g_autoptr (GPtrArray) lines = NULL;

      g_hash_table_insert (job->plans, GINT_TO_POINTER (fy), plan);
      if (!patal_annual_plan_of (db, fy, plan, error) || (lines = patal_plan_lines (db, plan->id, error)) == NULL)
        return FALSE;
      for (guint i = 0; i < lines->len; i++)
        copy_line (&remember (job, g_ptr_array_index (lines, i), fy)->was, g_ptr_array_index (lines, i));
    }
  return patal_rows_finish (&rows, error);
}

static gpointer
begin (PatalDb *db, const gboolean *mapped, GError **error)
{
  Job *job;

  if (!mapped[COURSE] && !mapped[NAME])
    {
      g_set_error_literal (error, PATAL_TRAINING_ERROR, PATAL_TRAINING_ERROR_LINE_NAME,
                           _("A list of plan lines needs a column with the course, or with what the money is for"));
      return NULL;
    }
  job = g_new0 (Job, 1);
  job->known = g_ptr_array_new_with_free_func (known_free);
  job->plans = g_hash_table_new_full (NULL, NULL, NULL, plan_free);
  job->rows = g_hash_table_new (NULL, NULL);
  job->courses = patal_courses (db, error);
  job->norms = job->courses != NULL ? patal_cost_norms (db, error) : NULL;
  job->frozen = job->norms != NULL ? patal_db_frozen_rows (db, "annual_plan", error) : NULL;
  if (job->frozen != NULL && read_plans (job, db, error))
    return job;
  job_free (job);
  return NULL;
}

/* ---- what a row says ---- */

typedef struct
{
  PatalPlanLine line;
  int           fy;
  guint         said; /* bits: fields that the row fills */
} Row;

static gboolean
refuse (PatalVerdict *verdict, int field, const char *reason)
{
  *verdict = (PatalVerdict) { .fate = PATAL_FATE_REFUSED, .field = field, .reason = g_strdup (reason) };
  return FALSE;
}

static gboolean
refuse_word (PatalVerdict *verdict, int field, const char *msgid, const char *word)
{
  *verdict = (PatalVerdict) { .fate = PATAL_FATE_REFUSED, .field = field, .reason = patal_label_text (PATAL_LABEL (msgid, word), NULL) };
  return FALSE;
}

/* The code of a norm that a cell means: "TRG-B", or its name. */
static const char *
component_of (const Job *job, const char *word)
{
  for (guint i = 0; i < job->norms->len; i++)
    {
      const PatalCostNorm *norm = g_ptr_array_index (job->norms, i);
      const char *const words[] = { norm->code, norm->names[PATAL_LANG_HI], norm->names[PATAL_LANG_EN] };

      if (patal_training_names (words, G_N_ELEMENTS (words), word))
        return norm->code;
    }
  return NULL;
}

/* Our own report has courses, and what is none but has an amount of its own, in one column. */
static gboolean
read_course (const Job *job, const char *const *cells, Row *row, PatalVerdict *verdict)
{
  const PatalCourse *course = cells[COURSE] != NULL ? patal_course_among (job->courses, cells[COURSE]) : NULL;
  const char *component = cells[COMPONENT] != NULL ? component_of (job, cells[COMPONENT]) : NULL;
  gboolean is_name = course == NULL && cells[NAME] == NULL && component != NULL && cells[PARTICIPANTS] == NULL;

  if (cells[COURSE] != NULL && course == NULL && !is_name)
    return refuse_word (verdict, COURSE, N_("There is no course “{1}”: import it first, or write what the money is for into a column of its own"),
                        cells[COURSE]);
  if (cells[COMPONENT] != NULL && component == NULL)
    return refuse_word (verdict, COMPONENT, N_("No cost norm is called “{1}”"), cells[COMPONENT]);
  if (component == NULL && course != NULL)
    component = patal_cost_norm_code (course->level, course->mode, PATAL_VISIT_INSIDE);
  if (component == NULL)
    return refuse (verdict, COMPONENT, _("Say to which component the line belongs: the code of a cost norm, like TRG-B"));
  row->line.course = course != NULL ? course->id : 0;
  row->line.component = g_strdup (component);
  row->line.name = g_strdup (is_name ? cells[COURSE] : cells[NAME]);
  return TRUE;
}

static gboolean
read_amounts (const char *const *cells, Row *row, PatalVerdict *verdict)
{
  const struct { int field; gint64 *paise; } amounts[] = {
    { UNIT_COST, &row->line.unit_paise }, { AMOUNT, &row->line.own_paise }, { RECOMMENDED, &row->line.recommended_paise },
    { APPROVED, &row->line.approved_paise },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (amounts); i++)
    {
      g_autoptr (GError) error = NULL;

      if (cells[amounts[i].field] != NULL && !patal_money_parse (cells[amounts[i].field], amounts[i].paise, &error))
        return refuse (verdict, amounts[i].field, error->message);
    }
  row->line.participants = cells[PARTICIPANTS] != NULL ? (int) CLAMP (g_ascii_strtoll (cells[PARTICIPANTS], NULL, 10), -1, G_MAXINT32) : 0;
  row->line.days = cells[DAYS] != NULL ? (int) CLAMP (g_ascii_strtoll (cells[DAYS], NULL, 10), -1, G_MAXINT32) : 0;
  return TRUE;
}

/* Our own report has the additional requirement in a column of its own, and what is reckoned beside what it is reckoned from. */
static gboolean
settle_amounts (const char *const *cells, Row *row, PatalVerdict *verdict)
{
  PatalPlanLine *line = &row->line;
  gint64 additional = 0, written = line->own_paise;
  g_autoptr (GError) error = NULL;

  if (cells[ADDITIONAL] != NULL && !patal_money_parse (cells[ADDITIONAL], &additional, &error))
    return refuse (verdict, ADDITIONAL, error->message);
  line->additional = additional != 0;
  if (line->additional)
    {
      line->own_paise = additional;
      return (written == PATAL_PLAN_NOT_SAID && line->unit_paise == PATAL_PLAN_NOT_SAID)
             || refuse (verdict, ADDITIONAL, _("An additional requirement is a line of its own"));
    }
  if (line->unit_paise == PATAL_PLAN_NOT_SAID && line->participants == 0 && line->days == 0)
    return TRUE;
  line->own_paise = PATAL_PLAN_NOT_SAID;
  if (written != PATAL_PLAN_NOT_SAID && written != patal_plan_line_proposed (line))
    return refuse (verdict, AMOUNT, _("The amount is not participants × days × unit cost: leave it empty, or correct one of them"));
  return TRUE;
}

static gboolean
read_row (const Job *job, const char *const *cells, Row *row, PatalVerdict *verdict)
{
  g_autoptr (GError) error = NULL;

  patal_plan_line_init (&row->line, 0);
  for (guint i = 0; i < N_FIELDS; i++)
    row->said |= cells[i] != NULL ? 1u << i : 0;
  if (cells[FY] == NULL)
    return refuse (verdict, FY, _("Say of which financial year's plan the line is"));
  if (!patal_fy_parse (cells[FY], &row->fy, &error))
    return refuse (verdict, FY, error->message);
  row->line.remark = g_strdup (cells[REMARK]);
  return read_course (job, cells, row, verdict) && read_amounts (cells, row, verdict) && settle_amounts (cells, row, verdict);
}

/* ---- which line it is ---- */

static gboolean
is_same_thing (const Known *known, const Row *row)
{
  g_autofree char *ours = patal_text_fold (known->line.name, PATAL_FOLD_MATCH), *theirs = patal_text_fold (row->line.name, PATAL_FOLD_MATCH);

  return known->fy == row->fy && known->line.course == row->line.course && known->line.additional == row->line.additional
         && g_str_equal (known->line.component, row->line.component) && g_str_equal (ours, theirs);
}

/* The first that no earlier row is. */
static Known *
find_known (const Job *job, const Row *row)
{
  for (guint i = 0; i < job->known->len; i++)
    {
      Known *known = g_ptr_array_index (job->known, i);

      if (!known->claimed && is_same_thing (known, row))
        return known;
    }
  return NULL;
}

/* What the row says, in @line; what it does not say stays. TRUE where that changes it. */
static gboolean
take (PatalPlanLine *line, const Row *row)
{
  const PatalPlanLine before = *line;
  gboolean reckoned = row->line.own_paise == PATAL_PLAN_NOT_SAID && row->line.unit_paise != PATAL_PLAN_NOT_SAID;

  if (reckoned || row->line.own_paise != PATAL_PLAN_NOT_SAID)
    {
      line->participants = row->line.participants;
      line->days = row->line.days;
      line->unit_paise = row->line.unit_paise;
      line->own_paise = row->line.own_paise;
    }
  if ((row->said & 1u << RECOMMENDED) != 0)
    line->recommended_paise = row->line.recommended_paise;
  if ((row->said & 1u << APPROVED) != 0)
    line->approved_paise = row->line.approved_paise;
  if (row->line.remark != NULL && g_strcmp0 (row->line.remark, line->remark) != 0)
    {
      g_free (line->remark);
      line->remark = g_strdup (row->line.remark);
      return TRUE;
    }
  return before.participants != line->participants || before.days != line->days || before.unit_paise != line->unit_paise
         || before.own_paise != line->own_paise || before.recommended_paise != line->recommended_paise
         || before.approved_paise != line->approved_paise;
}

/* Whether @a counts more on its day than @b: patal_cost_norm_on(). */
static gboolean
counts_more (const PatalCostNorm *a, const PatalCostNorm *b)
{
  if (a->in_force != b->in_force)
    return a->in_force;
  return a->valid.from != b->valid.from ? a->valid.from > b->valid.from : a->id > b->id;
}

/* What patal_cost_norm_on() finds, of what was read. */
static const PatalCostNorm *
ceiling_of (const Job *job, const char *code, PatalDay day)
{
  const PatalCostNorm *best = NULL;

  for (guint i = 0; i < job->norms->len; i++)
    {
      PatalCostNorm *norm = g_ptr_array_index (job->norms, i);

      norm->in_force = norm->valid.to == PATAL_DAY_NONE || norm->valid.to >= day;
      if (g_str_equal (norm->code, code) && norm->valid.from <= day && (best == NULL || counts_more (norm, best)))
        best = norm;
    }
  return best;
}

static int
field_of (const char *id)
{
  for (int i = 0; i < N_FIELDS; i++)
    if (g_strcmp0 (fields[i].id, id) == 0)
      return i;
  return -1;
}

/* Every rule but that of the additional requirement: the rows that make room for it may still come. */
static gboolean
check_line (const Job *job, const PatalPlanLine *line, int fy, PatalVerdict *verdict)
{
  const PatalPlanSum roomy = { .proposed = PATAL_MONEY_MAX_PAISE * 100 };
  const char *field = NULL;
  g_autoptr (GError) error = NULL;

  return patal_plan_line_check (line, ceiling_of (job, line->component, patal_fy_span (fy).from), &roomy, &field, &error)
         || refuse (verdict, line->additional ? ADDITIONAL : field_of (field), error->message);
}

static gboolean
is_frozen (const Job *job, int fy)
{
  const PatalAnnualPlan *plan = plan_of ((Job *) job, fy);

  return plan != NULL && g_hash_table_contains (job->frozen, &plan->id);
}

/* Lines stand in the plan as they stand in the list, in whichever order they are written. */
static int
next_rank (const Job *job, int fy)
{
  int last = 0;

  for (guint i = 0; i < job->known->len; i++)
    {
      const Known *known = g_ptr_array_index (job->known, i);

      if (known->fy == fy)
        last = MAX (last, known->line.rank);
    }
  return last + 1;
}

static void
judge (gpointer data, guint row_number, const char *const *cells, PatalVerdict *verdict)
{
  Job *job = data;
  Row row = { 0 };
  g_auto (PatalPlanLine) after = { 0 };
  Known *known = NULL;
  gboolean changed = FALSE;

  *verdict = (PatalVerdict) { .fate = PATAL_FATE_SAME, .field = -1 };
  if (read_row (job, cells, &row, verdict))
    {
      known = find_known (job, &row);
      copy_line (&after, known != NULL ? &known->line : &row.line);
      changed = known == NULL || take (&after, &row);
      if (changed && is_frozen (job, row.fy))
        refuse (verdict, -1, _("The annual plan of this year is frozen: unfreeze it before its lines can change"));
      else if (!changed || check_line (job, &after, row.fy, verdict))
        {
          verdict->fate = known == NULL ? PATAL_FATE_NEW : changed ? PATAL_FATE_CHANGED : PATAL_FATE_SAME;
          if (known == NULL)
            {
              after.rank = next_rank (job, row.fy);
              known = remember (job, &row.line, row.fy);
            }
          patal_plan_line_clear (&known->line);
          copy_line (&known->line, &after);
          known->claimed = TRUE;
          g_hash_table_insert (job->rows, GUINT_TO_POINTER (row_number), known);
        }
    }
  patal_plan_line_clear (&row.line);
}

/* ---- all of it ---- */

static PatalPlanSum
sum_of (const Job *job, int fy, const char *component)
{
  PatalPlanSum sum = { 0 };

  for (guint i = 0; i < job->known->len; i++)
    {
      const Known *known = g_ptr_array_index (job->known, i);

      if (known->fy == fy && g_str_equal (known->line.component, component))
        patal_plan_sum_add (&sum, &known->line);
    }
  return sum;
}

static char *
warn (gpointer data, const char **question G_GNUC_UNUSED)
{
  const Job *job = data;

  for (guint i = 0; i < job->known->len; i++)
    {
      const Known *known = g_ptr_array_index (job->known, i);
      PatalPlanSum sum = sum_of (job, known->fy, known->line.component);
      g_autoptr (GError) error = NULL;

      if (known->claimed && !patal_plan_sum_check (&sum, known->line.component, &error))
        return g_strdup (error->message);
    }
  return NULL;
}

/* Written when all rows are there: what makes room comes before what takes it. */
static gboolean
apply (gpointer data, PatalDb *db G_GNUC_UNUSED, guint row, const char *const *cells G_GNUC_UNUSED,
       const PatalVerdict *verdict G_GNUC_UNUSED, PatalDoubtful doubtful G_GNUC_UNUSED, gboolean *adds, GError **error G_GNUC_UNUSED)
{
  Known *known = g_hash_table_lookup (((Job *) data)->rows, GUINT_TO_POINTER (row));

  g_return_val_if_fail (known != NULL, FALSE); /* judged otherwise before */
  known->taken = TRUE;
  *adds = known->line.id == 0;
  return TRUE;
}

typedef enum { SHRINKS, IS_BASE, GROWS } Turn;

static Turn
turn_of (const Known *known)
{
  if (!known->line.additional)
    return IS_BASE;
  return known->was.id != 0 && patal_plan_line_proposed (&known->line) <= patal_plan_line_proposed (&known->was) ? SHRINKS : GROWS;
}

static gboolean
write_known (Job *job, PatalDb *db, Known *known, GError **error)
{
  PatalAnnualPlan *plan = plan_of (job, known->fy);

  if (plan == NULL)
    {
      plan = g_new0 (PatalAnnualPlan, 1);
      plan->fy = known->fy;
      g_hash_table_insert (job->plans, GINT_TO_POINTER (known->fy), plan);
    }
  if (plan->id == 0 && !patal_annual_plan_put (db, plan, error))
    return FALSE;
  known->line.plan = plan->id;
  return patal_plan_line_put (db, &known->line, error);
}

static gboolean
finish (gpointer data, PatalDb *db, GError **error)
{
  Job *job = data;

  for (Turn turn = SHRINKS; turn <= GROWS; turn++)
    for (guint i = 0; i < job->known->len; i++)
      {
        Known *known = g_ptr_array_index (job->known, i);

        if (known->taken && turn_of (known) == turn && !write_known (job, db, known, error))
          return FALSE;
      }
  return TRUE;
}

static char *
money_text (gint64 paise)
{
  return paise != PATAL_PLAN_NOT_SAID ? patal_money_format (paise, PATAL_MONEY_RUPEES) : g_strdup ("");
}

static void
recall (gpointer data, PatalDb *db G_GNUC_UNUSED, guint row, const char *const *cells, const PatalVerdict *verdict G_GNUC_UNUSED,
        char **values)
{
  const Known *known = g_hash_table_lookup (((Job *) data)->rows, GUINT_TO_POINTER (row));
  const PatalPlanLine *was = &known->was, *now = &known->line;
  const struct { int field; gint64 was, now; } amounts[] = {
    { UNIT_COST, was->unit_paise, now->unit_paise }, { AMOUNT, patal_plan_line_proposed (was), patal_plan_line_proposed (now) },
    { RECOMMENDED, was->recommended_paise, now->recommended_paise }, { APPROVED, was->approved_paise, now->approved_paise },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (amounts); i++)
    if (cells[amounts[i].field] != NULL && amounts[i].was != amounts[i].now)
      values[amounts[i].field] = money_text (amounts[i].was);
  if (cells[ADDITIONAL] != NULL && was->own_paise != now->own_paise)
    values[ADDITIONAL] = money_text (was->own_paise);
  if (cells[PARTICIPANTS] != NULL && was->participants != now->participants)
    values[PARTICIPANTS] = g_strdup_printf ("%d", was->participants);
  if (cells[DAYS] != NULL && was->days != now->days)
    values[DAYS] = g_strdup_printf ("%d", was->days);
  if (cells[REMARK] != NULL && g_strcmp0 (was->remark, now->remark) != 0)
    values[REMARK] = g_strdup (was->remark != NULL ? was->remark : "");
}

static const PatalSharedField shared[] = {
  PATAL_SHARED_FIELD (FY),
  { .field = -1 },
};

const PatalImport patal_plan_line_import = {
  .name = "plan-lines",
  .title = N_("Lines of annual plans"),
  .fields = fields,
  .n_fields = N_FIELDS,
  .shared = shared,
  .begin = begin,
  .judge = judge,
  .apply = apply,
  .finish = finish,
  .end = job_free,
  .recall = recall,
  .warn = warn,
  .label = PATAL_N_PLURAL ("Imported {n} line of an annual plan from {1}", "Imported {n} lines of annual plans from {1}"),
};
