/* patal-plan-line-dialog.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-plan-line-dialog.h"
#include "patal-annual-plan.h"
#include "patal-form-dialog.h"
#include "patal-money.h"
#include "patal-number.h"
#include "patal-settings.h"
#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  PatalPlanLine   line;
  PatalAnnualPlan plan;
  char           *label;            /* what the journal calls the line */
  PatalPlanSum    others;           /* of its component */
  PatalDocument  *document;         /* borrowed from the dialog; main thread only */
  GPtrArray      *norms, *courses, *lines; /* PatalCostNorm, PatalCourse, PatalPlanLine of the plan */
  GPtrArray      *components;       /* utf8, borrowed: what the choice offers */
  GtkDropDown    *component, *course;
  PatalField     *name, *participants, *days, *unit, *amount, *recommended, *approved, *remark;
  GtkCheckButton *additional;
  GtkLabel       *proposed;
} Form;

static void
form_free (gpointer data)
{
  Form *form = data;

  patal_plan_line_clear (&form->line);
  patal_annual_plan_clear (&form->plan);
  g_clear_pointer (&form->norms, g_ptr_array_unref);
  g_clear_pointer (&form->courses, g_ptr_array_unref);
  g_clear_pointer (&form->lines, g_ptr_array_unref);
  g_ptr_array_unref (form->components);
  g_free (form->label);
  g_free (form);
}

/* --- reading --- */

static gboolean
read_number (PatalField *from, const char *id, int *out, const char **field, GError **error)
{
  g_autofree char *typed = patal_field_get_value (from);
  gint64 n = 0;

  if (typed != NULL && !patal_number_parse (typed, &n, error))
    {
      *field = id;
      return FALSE;
    }
  *out = (int) CLAMP (n, -1, G_MAXINT);
  return TRUE;
}

static gboolean
read_money (PatalField *from, const char *id, gint64 *out, const char **field, GError **error)
{
  g_autofree char *typed = patal_field_get_value (from);

  *out = PATAL_PLAN_NOT_SAID;
  if (typed == NULL)
    return TRUE;
  *field = id;
  if (!patal_money_parse (typed, out, error))
    return FALSE;
  return *out >= 0 || patal_value_fail (error, PATAL_VALUE_ERROR_RANGE, _("An amount cannot be below 0"));
}

static void
sum_others (Form *form)
{
  memset (&form->others, 0, sizeof form->others);
  for (guint i = 0; i < form->lines->len; i++)
    {
      const PatalPlanLine *other = form->lines->pdata[i];

      if (other->id != form->line.id && g_strcmp0 (other->component, form->line.component) == 0)
        patal_plan_sum_add (&form->others, other);
    }
}

/* "Proposed: 8,00,000; at most 800 for a person and day (RGSA 2018-22)". */
static void
show_proposed (Form *form, const PatalCostNorm *norm)
{
  g_autofree char *proposed = patal_money_format (patal_plan_line_proposed (&form->line), PATAL_MONEY_RUPEES);
  g_autofree char *most = norm->id != 0 ? patal_money_format (norm->paise, PATAL_MONEY_RUPEES) : NULL;
  g_autofree char *warning = patal_plan_line_warning (&form->line, norm->id != 0 ? norm : NULL, NULL);
  g_autofree char *words = NULL;

  if (norm->id != 0) /* Translators: an amount; the ceiling, its set */
    words = g_strdup_printf (_("Proposed: ₹ %s. The norm: at most ₹ %s (%s)."), proposed, most, norm->set_name);
  else /* Translators: an amount */
    words = g_strdup_printf (_("Proposed: ₹ %s."), proposed);
  if (warning != NULL)
    {
      g_autofree char *plain = g_steal_pointer (&words);

      words = g_strdup_printf ("%s %s", plain, warning);
    }
  gtk_label_set_text (form->proposed, words);
}

static gboolean
read_fields (Form *form, const char **field, GError **error)
{
  PatalPlanLine *line = &form->line;
  guint course = gtk_drop_down_get_selected (form->course), component = gtk_drop_down_get_selected (form->component);

  g_free (line->component);
  line->component = component < form->components->len ? g_strdup (form->components->pdata[component]) : NULL;
  line->course = course > 0 ? ((const PatalCourse *) form->courses->pdata[course - 1])->id : 0;
  line->additional = gtk_check_button_get_active (form->additional);
  g_free (line->name);
  line->name = patal_field_get_value (form->name);
  g_free (line->remark);
  line->remark = patal_field_get_value (form->remark);
  return read_number (form->participants, "participants", &line->participants, field, error) && read_number (form->days, "days", &line->days, field, error)
         && read_money (form->unit, "unit_cost", &line->unit_paise, field, error) && read_money (form->amount, "amount", &line->own_paise, field, error)
         && read_money (form->recommended, "recommended", &line->recommended_paise, field, error)
         && read_money (form->approved, "approved", &line->approved_paise, field, error);
}

static gboolean
read_form (G_GNUC_UNUSED PatalFormDialog *dialog, gpointer data, const char **field, GError **error)
{
  Form *form = data;
  PatalPlanLine *line = &form->line;
  g_auto (PatalCostNorm) norm = { 0 };

  if (!read_fields (form, field, error))
    return FALSE;
  if (line->own_paise != PATAL_PLAN_NOT_SAID && (line->participants != 0 || line->days != 0 || line->unit_paise != PATAL_PLAN_NOT_SAID))
    {
      *field = "amount";
      return patal_value_fail (error, PATAL_VALUE_ERROR_RANGE, _("Write either participants, days and unit cost, or an amount"));
    }
  if (!patal_cost_norm_on (patal_document_reader (form->document), line->component != NULL ? line->component : "",
                           patal_fy_span (form->plan.fy).from, &norm, error))
    return FALSE;
  sum_others (form);
  show_proposed (form, &norm);
  g_free (form->label);
  form->label = g_strdup (gtk_drop_down_get_selected (form->course) > 0 && line->name == NULL
                            ? ((const PatalCourse *) form->courses->pdata[gtk_drop_down_get_selected (form->course) - 1])->code
                            : line->name != NULL ? line->name : "");
  return patal_plan_line_check (line, norm.id != 0 ? &norm : NULL, &form->others, field, error);
}

/* --- writing --- */

static gboolean
write_line (PatalDb *db, gpointer data, GError **error)
{
  Form *form = data;

  if (form->plan.id == 0 && !patal_annual_plan_put (db, &form->plan, error))
    return FALSE;
  form->line.plan = form->plan.id;
  return patal_plan_line_put (db, &form->line, error);
}

static gboolean
remove_line (PatalDb *db, gpointer data, GError **error)
{
  return patal_plan_line_remove (db, ((Form *) data)->line.id, error);
}

static gpointer
write_job (PatalDb *db, gpointer data, G_GNUC_UNUSED const PatalProgress *progress, GError **error)
{
  Form *form = data;
  gint64 line = form->line.id, plan = form->plan.id;
  const PatalLabel *label = line == 0 ? PATAL_LABEL (N_("Added to the annual plan: {1}"), form->label)
                                      : PATAL_LABEL (N_("Corrected in the annual plan: {1}"), form->label);
  gboolean written = patal_db_edit (db, label, write_line, data, error);

  if (!written) /* what was rolled back has no id */
    {
      form->line.id = line;
      form->plan.id = plan;
    }
  return GINT_TO_POINTER (written);
}

static gpointer
remove_job (PatalDb *db, gpointer data, G_GNUC_UNUSED const PatalProgress *progress, GError **error)
{
  return GINT_TO_POINTER (patal_db_edit (db, PATAL_LABEL (N_("Removed from the annual plan: {1}"), ((Form *) data)->label), remove_line, data, error));
}

static const PatalFormKind line_kind = { .read = read_form, .write = write_job, .remove = remove_job };

/* --- the dialog --- */

/* One of each code: a norm has come after another. */
static void
add_components (Form *form, PatalFormDialog *dialog)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < form->norms->len; i++)
    {
      const PatalCostNorm *norm = form->norms->pdata[i];

      if (g_ptr_array_find_with_equal_func (form->components, norm->code, g_str_equal, NULL))
        continue;
      g_ptr_array_add (form->components, norm->code);
      g_ptr_array_add (names, g_strdup_printf ("%s · %s", norm->code, patal_settings_pick (norm->names[PATAL_LANG_HI], norm->names[PATAL_LANG_EN])));
    }
  if (form->line.component != NULL && !g_ptr_array_find_with_equal_func (form->components, form->line.component, g_str_equal, NULL))
    {
      g_ptr_array_add (form->components, (gpointer) g_intern_string (form->line.component)); /* the line's own goes when it is read */
      g_ptr_array_add (names, g_strdup (form->line.component));
    }
  g_ptr_array_add (names, NULL);
  form->component = patal_form_dialog_add_choice (dialog, "component", _("_Component"), (const char *const *) names->pdata);
}

static void
add_courses (Form *form, PatalFormDialog *dialog)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  g_ptr_array_add (names, (gpointer) _("None: it has a name of its own"));
  for (guint i = 0; i < form->courses->len; i++)
    {
      const PatalCourse *course = form->courses->pdata[i];

      g_ptr_array_add (names, (gpointer) patal_settings_pick (course->names[PATAL_LANG_HI], course->names[PATAL_LANG_EN]));
    }
  g_ptr_array_add (names, NULL);
  form->course = patal_form_dialog_add_choice (dialog, "course", _("C_ourse"), (const char *const *) names->pdata);
}

static void
add_fields (Form *form, PatalFormDialog *dialog)
{
  add_components (form, dialog);
  add_courses (form, dialog);
  form->name = patal_form_dialog_add_text (dialog, "name", _("_Name, where it is no course"));
  form->additional = patal_form_dialog_add_check (dialog, _("_Additional requirement: at most a quarter of the component"));
  patal_form_dialog_begin_pair (dialog);
  form->participants = patal_form_dialog_add_field (dialog, "participants", _("_Participants"));
  form->days = patal_form_dialog_add_field (dialog, "days", _("_Days"));
  patal_form_dialog_begin_pair (dialog);
  form->unit = patal_form_dialog_add_field (dialog, "unit_cost", _("_Unit cost, ₹ for a person and day"));
  form->amount = patal_form_dialog_add_field (dialog, "amount", _("or an a_mount, ₹"));
  form->proposed = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (form->proposed, 0);
  gtk_label_set_wrap (form->proposed, TRUE);
  gtk_label_set_max_width_chars (form->proposed, 50);
  gtk_widget_add_css_class (GTK_WIDGET (form->proposed), "heading");
  patal_form_dialog_add_widget (dialog, GTK_WIDGET (form->proposed));
  patal_form_dialog_begin_pair (dialog);
  form->recommended = patal_form_dialog_add_field (dialog, "recommended", _("_Recommended, ₹"));
  form->approved = patal_form_dialog_add_field (dialog, "approved", _("Appro_ved, ₹"));
  form->remark = patal_form_dialog_add_text (dialog, "remark", _("Rema_rk"));
}

static void
show_money (PatalField *field, gint64 paise)
{
  g_autofree char *text = paise != PATAL_PLAN_NOT_SAID ? patal_money_format (paise, PATAL_MONEY_RUPEES) : NULL;

  patal_field_set_text (field, text);
}

static void
show_number (PatalField *field, int number)
{
  g_autofree char *text = number > 0 ? patal_number_group (number) : NULL;

  patal_field_set_text (field, text);
}

static void
fill (Form *form)
{
  const PatalPlanLine *line = &form->line;
  guint at = 0;

  if (line->component != NULL && g_ptr_array_find_with_equal_func (form->components, line->component, g_str_equal, &at))
    gtk_drop_down_set_selected (form->component, at);
  for (guint i = 0; i < form->courses->len; i++)
    if (((const PatalCourse *) form->courses->pdata[i])->id == line->course)
      gtk_drop_down_set_selected (form->course, i + 1);
  patal_field_set_text (form->name, line->name);
  patal_field_set_text (form->remark, line->remark);
  gtk_check_button_set_active (form->additional, line->additional);
  show_number (form->participants, line->participants);
  show_number (form->days, line->days);
  show_money (form->unit, line->unit_paise);
  show_money (form->amount, line->own_paise);
  show_money (form->recommended, line->recommended_paise);
  show_money (form->approved, line->approved_paise);
}

/* What stands in the array is copied: it goes with the form. */
static void
take_line (Form *form, gint64 id)
{
  for (guint i = 0; i < form->lines->len; i++)
    {
      const PatalPlanLine *line = form->lines->pdata[i];

      if (line->id != id)
        continue;
      form->line = *line;
      form->line.component = g_strdup (line->component);
      form->line.name = g_strdup (line->name);
      form->line.remark = g_strdup (line->remark);
    }
}

static gboolean
load (Form *form, int fy, gint64 line, GError **error)
{
  PatalDb *db = patal_document_reader (form->document);

  form->components = g_ptr_array_new ();
  if (!patal_annual_plan_of (db, fy, &form->plan, error))
    return FALSE;
  form->plan.fy = fy;
  form->norms = patal_cost_norms (db, error);
  form->courses = form->norms != NULL ? patal_courses (db, error) : NULL;
  form->lines = form->courses != NULL ? patal_plan_lines (db, form->plan.id, error) : NULL;
  patal_plan_line_init (&form->line, form->plan.id);
  if (form->lines != NULL)
    take_line (form, line);
  return form->lines != NULL;
}

void
patal_plan_line_dialog_show (GtkWidget *asked_from, PatalDocument *document, int fy, gint64 line)
{
  Form *form = g_new0 (Form, 1);
  g_autoptr (GError) error = NULL, ignored = NULL;
  const char *field = NULL;
  PatalFormDialog *dialog;

  form->document = document;
  if (!load (form, fy, line, &error))
    {
      patal_document_complain (document, error);
      form_free (form);
      return;
    }
  dialog = patal_form_dialog_new (asked_from, document, line != 0 ? _("Line of the Annual Plan") : _("New Line of the Annual Plan"), &line_kind, form,
                                  form_free);
  add_fields (form, dialog);
  fill (form);
  read_form (dialog, form, &field, &ignored); /* so that what it comes to is said from the beginning */
  if (line != 0)
    patal_form_dialog_offer_remove (dialog, _("_Remove This Line"));
  patal_form_dialog_present (dialog);
}
