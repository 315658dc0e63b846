/* patal-report-choice.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-report-choice.h"
#include "patal-drop-down.h"
#include "patal-field.h"
#include "patal-font.h"
#include "patal-settings.h"
#include "patal-unit.h"
#include <glib/gi18n.h>

#define YEARS_AROUND 10
#define N_CALENDARS 2 /* a year month by month, and on one sheet */

struct _PatalReportChoice
{
  GtkBox       parent_instance;
  GtkDropDown *report, *scope, *year, *lang, *paper, *turn;
  GtkBox      *year_row, *paper_row, *turn_row;
  PatalField  *as_on;
  guint        n_reports;    /* of the first drop-down; the two calendars follow, then charts */
  int          first_fy;     /* of its drop-down */
  gint64       chosen_scope; /* the first of the drop-down, where it is not 0 */
  gboolean     filling;
};

G_DEFINE_FINAL_TYPE (PatalReportChoice, patal_report_choice, GTK_TYPE_BOX)

enum { CHANGED, ENTERED, N_SIGNALS };
static guint signals[N_SIGNALS];

static gboolean
read_day (PatalReportChoice *self, PatalDay *out)
{
  g_autoptr (GError) error = NULL;

  patal_day_parse (patal_field_get_text (self->as_on), out, &error);
  patal_field_set_error (self->as_on, error != NULL ? error->message : NULL);
  return error == NULL;
}

PatalOrderKind
patal_report_choice_get_kind (PatalReportChoice *self)
{
  guint chosen = gtk_drop_down_get_selected (self->report);

  if (chosen < self->n_reports)
    return PATAL_ORDER_REPORT;
  return chosen < self->n_reports + N_CALENDARS ? PATAL_ORDER_MONTHS : PATAL_ORDER_CHART;
}

const PatalReport *
patal_report_choice_get_report (PatalReportChoice *self)
{
  guint chosen = gtk_drop_down_get_selected (self->report);

  return chosen < self->n_reports ? patal_desk_reports ()[chosen] : NULL;
}

const char *
patal_report_choice_font_missing (PatalReportChoice *self)
{
  return patal_font_missing (gtk_drop_down_get_selected (self->lang) == PATAL_REPORT_EN ? PATAL_LANG_EN : PATAL_LANG_HI);
}

gboolean
patal_report_choice_read (PatalReportChoice *self, PatalReportOrder *out)
{
  guint chosen = gtk_drop_down_get_selected (self->report);
  PatalOrderKind kind = patal_report_choice_get_kind (self);
  PatalDay as_on = PATAL_DAY_NONE;

  if (kind != PATAL_ORDER_MONTHS && !read_day (self, &as_on))
    return FALSE;
  *out = (PatalReportOrder) {
    .kind = kind,
    .report = kind == PATAL_ORDER_REPORT ? patal_desk_reports ()[chosen] : NULL,
    .chart = kind == PATAL_ORDER_CHART ? patal_desk_charts ()[chosen - self->n_reports - N_CALENDARS] : NULL,
    .one_sheet = chosen == self->n_reports + 1,
    .fy = self->first_fy + (int) gtk_drop_down_get_selected (self->year),
    .scope = gtk_drop_down_get_selected (self->scope) == 0 ? self->chosen_scope : 0,
    .as_on = as_on,
    .lang = gtk_drop_down_get_selected (self->lang), /* the choices are in the order of the enumerations */
    .setup = { .paper = gtk_drop_down_get_selected (self->paper), .turn = gtk_drop_down_get_selected (self->turn) },
  };
  return TRUE;
}

void
patal_report_choice_take_focus (PatalReportChoice *self)
{
  if (patal_field_has_error (self->as_on))
    gtk_widget_grab_focus (GTK_WIDGET (self->as_on));
  else
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

void
patal_report_choice_show_paper (PatalReportChoice *self, gboolean show)
{
  gtk_widget_set_visible (GTK_WIDGET (self->paper_row), show);
  gtk_widget_set_visible (GTK_WIDGET (self->turn_row), show);
}

/* --- what is proposed --- */

/* (transfer full): "R3 · Saturation, block by block": orders ask for reports by their numbers. */
static char *
numbered_title (const PatalReport *report)
{
  const char *number = patal_desk_report_number (report);

  return number != NULL ? g_strdup_printf ("%s · %s", number, _(report->title)) : g_strdup (_(report->title));
}

static void
fill_reports (PatalReportChoice *self, const char *section)
{
  static const struct { const char *section, *report; } proposals[] = {
    { "people", "people" }, { "vacancies", "vacancies" }, { "venues", "venues" }, { "calendar", "holidays" }, { "boards", "boards" },
    { "schedule", "training-calendar" }, { "batches", "training-calendar" }, { "trainings", "training-calendar" },
    { "saturation", "saturation" }, { "trainers", "trainers" }, { "courses", "participation" }, { "plan", "annual-plan" },
  };
  g_autoptr (GtkStringList) reports = gtk_string_list_new (NULL);
  const char *wanted = "units";
  guint chosen = 0;

  for (guint i = 0; i < G_N_ELEMENTS (proposals); i++)
    if (g_strcmp0 (proposals[i].section, section) == 0)
      wanted = proposals[i].report;
  for (guint i = 0; patal_desk_reports ()[i] != NULL; i++)
    {
      gtk_string_list_take (reports, numbered_title (patal_desk_reports ()[i]));
      if (g_str_equal (patal_desk_reports ()[i]->name, wanted))
        chosen = i;
    }
  self->n_reports = g_list_model_get_n_items (G_LIST_MODEL (reports));
  gtk_string_list_append (reports, _("Calendar of a year, a sheet for each month"));
  gtk_string_list_append (reports, _("Calendar of a year on one sheet, for the wall"));
  for (guint i = 0; patal_desk_charts ()[i] != NULL; i++)
    {
      /* Translators: one of the choices among reports; %s is what the chart shows */
      g_autofree char *title = g_strdup_printf (_("Chart: %s"), _(patal_desk_charts ()[i]->title));

      gtk_string_list_append (reports, title);
    }
  gtk_drop_down_set_model (self->report, G_LIST_MODEL (reports));
  gtk_drop_down_set_selected (self->report, chosen);
}

static void
fill_scopes (PatalReportChoice *self, PatalDocument *document, gint64 scope)
{
  g_autoptr (GtkStringList) scopes = gtk_string_list_new (NULL);
  g_autofree char *name = scope != 0 ? patal_unit_name (patal_document_reader (document), scope, patal_settings_lang ()) : NULL;

  self->chosen_scope = name != NULL ? scope : 0;
  if (name != NULL)
    gtk_string_list_append (scopes, name);
  gtk_string_list_append (scopes, _("The whole file"));
  gtk_drop_down_set_model (self->scope, G_LIST_MODEL (scopes));
}

static void
fill_years (PatalReportChoice *self, int fy)
{
  g_autoptr (GtkStringList) years = gtk_string_list_new (NULL);
  int today = patal_fy_of (patal_day_today ());

  self->first_fy = MIN (today - YEARS_AROUND, fy);
  for (int year = self->first_fy; year <= MAX (today + YEARS_AROUND, fy); year++)
    gtk_string_list_take (years, patal_fy_label (year));
  gtk_drop_down_set_model (self->year, G_LIST_MODEL (years));
  gtk_drop_down_set_selected (self->year, (guint) (fy - self->first_fy));
}

/* A chart has room for one language only; what shows a year asks for no day. */
static void
offer_what_fits (PatalReportChoice *self)
{
  PatalOrderKind kind = patal_report_choice_get_kind (self);
  GtkStringList *langs = GTK_STRING_LIST (gtk_drop_down_get_model (self->lang));
  gboolean both = g_list_model_get_n_items (G_LIST_MODEL (langs)) > PATAL_REPORT_BOTH;

  if (kind == PATAL_ORDER_CHART && both)
    gtk_string_list_remove (langs, PATAL_REPORT_BOTH);
  else if (kind != PATAL_ORDER_CHART && !both)
    gtk_string_list_append (langs, _("Hindi and English, one below the other"));
  gtk_widget_set_visible (GTK_WIDGET (self->year_row), kind == PATAL_ORDER_MONTHS);
  gtk_widget_set_visible (GTK_WIDGET (self->as_on), kind != PATAL_ORDER_MONTHS);
}

void
patal_report_choice_fill (PatalReportChoice *self, PatalDocument *document, const PatalReportStart *start)
{
  PatalDay today = patal_day_today ();
  int fy = start->fy != 0 ? start->fy : patal_fy_of (today);
  g_autofree char *day = patal_day_format (fy == patal_fy_of (today) ? today : patal_fy_span (fy).to);

  self->filling = TRUE;
  fill_reports (self, start->section);
  fill_scopes (self, document, start->scope);
  fill_years (self, fy);
  gtk_drop_down_set_selected (self->lang, patal_settings_lang () == PATAL_LANG_HI ? PATAL_REPORT_HI : PATAL_REPORT_EN);
  gtk_drop_down_set_selected (self->paper, (guint) g_settings_get_enum (patal_settings (), "paper"));
  patal_field_set_text (self->as_on, day);
  offer_what_fits (self);
  self->filling = FALSE;
}

void
patal_report_choice_propose_months (PatalReportChoice *self)
{
  self->filling = TRUE;
  gtk_drop_down_set_selected (self->report, self->n_reports);
  offer_what_fits (self);
  self->filling = FALSE;
}

/* --- the object --- */

static void
chosen_cb (PatalReportChoice *self)
{
  if (self->filling)
    return;
  self->filling = TRUE;
  offer_what_fits (self);
  self->filling = FALSE;
  g_settings_set_enum (patal_settings (), "paper", (int) gtk_drop_down_get_selected (self->paper)); /* it is what the printer holds */
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
edited_cb (PatalReportChoice *self)
{
  PatalDay day;

  read_day (self, &day);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
entered_cb (PatalReportChoice *self)
{
  g_signal_emit (self, signals[ENTERED], 0);
}

static void
patal_report_choice_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PATAL_TYPE_REPORT_CHOICE);
  G_OBJECT_CLASS (patal_report_choice_parent_class)->dispose (object);
}

static void
patal_report_choice_class_init (PatalReportChoiceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = patal_report_choice_dispose;
  signals[CHANGED] = g_signal_new ("changed", PATAL_TYPE_REPORT_CHOICE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ENTERED] = g_signal_new ("entered", PATAL_TYPE_REPORT_CHOICE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (PATAL_TYPE_FIELD);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/grampatal/GramPatal/ui/patal-report-choice.ui");
  gtk_widget_class_bind_template_child (widget_class, PatalReportChoice, report);
  gtk_widget_class_bind_template_child (widget_class, PatalReportChoice, scope);
  gtk_widget_class_bind_template_child (widget_class, PatalReportChoice, year);
  gtk_widget_class_bind_template_child (widget_class, PatalReportChoice, year_row);
  gtk_widget_class_bind_template_child (widget_class, PatalReportChoice, lang);
  gtk_widget_class_bind_template_child (widget_class, PatalReportChoice, as_on);
  gtk_widget_class_bind_template_child (widget_class, PatalReportChoice, paper);
  gtk_widget_class_bind_template_child (widget_class, PatalReportChoice, paper_row);
  gtk_widget_class_bind_template_child (widget_class, PatalReportChoice, turn);
  gtk_widget_class_bind_template_child (widget_class, PatalReportChoice, turn_row);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, entered_cb);
}

static void
patal_report_choice_init (PatalReportChoice *self)
{
  self->filling = TRUE; /* the template's own choices are none of the user's */
  gtk_widget_init_template (GTK_WIDGET (self));
  patal_drop_down_set_name (self->report, _("Report"));
  patal_drop_down_set_name (self->scope, _("Place"));
  patal_drop_down_set_name (self->year, _("Financial year"));
  patal_drop_down_set_name (self->lang, _("Language of the report"));
  patal_drop_down_set_name (self->paper, _("Paper"));
  patal_drop_down_set_name (self->turn, _("Orientation"));
  patal_drop_down_shorten (self->scope);
  patal_drop_down_shorten (self->lang);
  patal_drop_down_shorten (self->turn);
  patal_drop_down_shorten (self->report);
}
