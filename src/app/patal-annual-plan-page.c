/* patal-annual-plan-page.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-annual-plan-page.h"
#include "patal-annual-plan.h"
#include "patal-freeze.h"
#include "patal-money.h"
#include "patal-number.h"
#include "patal-plan-line-dialog.h"
#include "patal-row-list.h"
#include <glib/gi18n.h>

/* Years from this one on; this one first: an empty list of another one says nothing of what to do. */
static const int years[] = { 0, 1, -1, -2, -3, -4 };

struct _PatalAnnualPlanPage
{
  AdwBin         parent_instance;
  PatalRowList  *list;
  GtkButton     *freeze;
  PatalDocument *document;
  gint64         plan;   /* of the year shown; 0: none yet */
  gboolean       frozen;
  PatalPlanSum   sum;
};

G_DEFINE_FINAL_TYPE (PatalAnnualPlanPage, patal_annual_plan_page, ADW_TYPE_BIN)

/* --- columns --- */

static char *
money (PatalRow *row, gconstpointer column)
{
  guint at = GPOINTER_TO_UINT (column);

  return patal_row_null (row, at) ? NULL : patal_money_format (patal_row_int (row, at), PATAL_MONEY_RUPEES);
}

static const PatalRowColumnPair names = { PATAL_PLAN_LINE_COL_NAME_HI, PATAL_PLAN_LINE_COL_NAME_EN };

static char *
line_name (PatalRow *row, gconstpointer pair)
{
  g_autofree char *name = patal_row_column_name (row, pair);

  if (patal_row_int (row, PATAL_PLAN_LINE_COL_ADDITIONAL) == 0)
    return g_steal_pointer (&name);
  /* Translators: a line of the annual plan that is additional requirement */
  return g_strdup_printf (_("%s (additional)"), name != NULL ? name : "");
}

#define COLUMN(column) GUINT_TO_POINTER (PATAL_PLAN_LINE_COL_##column)
static const struct
{
  const char        *title;
  PatalRowColumnKind kind;
  PatalRowColumnFunc func;
  gconstpointer      data;
  int                width; /* negative: grows */
} columns[] = {
  { N_("Component"), PATAL_ROW_COLUMN_TEXT, patal_row_column_text, COLUMN (COMPONENT), 90 },
  { N_("Training"), PATAL_ROW_COLUMN_TEXT, line_name, &names, -200 },
  { N_("Participants"), PATAL_ROW_COLUMN_NUMBER, patal_row_column_number, COLUMN (PARTICIPANTS), 96 },
  { N_("Days"), PATAL_ROW_COLUMN_NUMBER, patal_row_column_number, COLUMN (DAYS), 60 },
  { N_("Unit cost"), PATAL_ROW_COLUMN_NUMBER, money, COLUMN (UNIT), 90 },
  { N_("Proposed"), PATAL_ROW_COLUMN_NUMBER, money, COLUMN (PROPOSED), 110 },
  { N_("Recommended"), PATAL_ROW_COLUMN_NUMBER, money, COLUMN (RECOMMENDED), 110 },
  { N_("Approved"), PATAL_ROW_COLUMN_NUMBER, money, COLUMN (APPROVED), 110 },
};

static void
add_columns (GtkColumnView *view)
{
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      GtkColumnViewColumn *column = patal_row_column_append (view, _(columns[i].title), columns[i].kind, columns[i].func, columns[i].data,
                                                             PATAL_ROW_COLUMN_UNSORTED);

      gtk_column_view_column_set_fixed_width (column, ABS (columns[i].width));
      gtk_column_view_column_set_expand (column, columns[i].width < 0);
    }
}

/* --- what is shown --- */

static int
shown_fy (PatalAnnualPlanPage *self)
{
  return patal_fy_of (patal_day_today ()) + years[patal_row_list_get_filter (self->list)];
}

static gpointer
ids_job (PatalDb *db, gpointer data, G_GNUC_UNUSED const PatalProgress *progress, GError **error)
{
  return patal_plan_line_ids (db, GPOINTER_TO_INT (data), error);
}

static void
read_plan (PatalAnnualPlanPage *self)
{
  PatalDb *db = patal_document_reader (self->document);
  g_auto (PatalAnnualPlan) plan = { 0 };
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GError) error = NULL;

  self->sum = (PatalPlanSum) { 0 };
  self->plan = 0;
  if (patal_annual_plan_of (db, shown_fy (self), &plan, &error))
    lines = patal_plan_lines (db, plan.id, &error);
  if (lines == NULL)
    patal_document_complain (self->document, error);
  else
    self->plan = plan.id;
  for (guint i = 0; lines != NULL && i < lines->len; i++)
    patal_plan_sum_add (&self->sum, lines->pdata[i]);
  self->frozen = self->plan != 0 && patal_db_is_frozen (db, self->plan);
}

static void
load (PatalAnnualPlanPage *self)
{
  g_autofree char *fy = patal_fy_label (shown_fy (self));
  g_autofree char *title = NULL;

  read_plan (self);
  /* Translators: a financial year */
  title = g_strdup_printf (self->frozen ? _("Annual plan %s (frozen)") : _("Annual plan %s"), fy);
  patal_row_list_set_title (self->list, title);
  gtk_button_set_label (self->freeze, self->frozen ? _("Unfreeze…") : _("Freeze"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->freeze), self->plan != 0 && patal_document_writable (self->document));
  patal_row_list_load (self->list, ids_job, GINT_TO_POINTER (shown_fy (self)), NULL);
}

/* (transfer full): "8 lines; proposed ₹ 12,00,000, recommended …". */
static char *
count_words (guint n, gpointer data)
{
  PatalAnnualPlanPage *self = data;
  g_autofree char *number = patal_number_group (n);
  g_autofree char *proposed = patal_money_format (self->sum.proposed + self->sum.additional, PATAL_MONEY_RUPEES);
  g_autofree char *recommended = patal_money_format (self->sum.recommended, PATAL_MONEY_RUPEES);
  g_autofree char *approved = patal_money_format (self->sum.approved, PATAL_MONEY_RUPEES);

  /* Translators: how many lines; three amounts */
  return g_strdup_printf (ngettext ("%s line; proposed ₹ %s, recommended ₹ %s, approved ₹ %s",
                                    "%s lines; proposed ₹ %s, recommended ₹ %s, approved ₹ %s", n), number, proposed, recommended, approved);
}

static void
changed_cb (PatalAnnualPlanPage *self, GStrv tables)
{
  static const char *const watched[] = { "annual_plan", "plan_line", "course", "frozen" };

  for (guint i = 0; i < G_N_ELEMENTS (watched); i++)
    if (patal_document_touches ((const char *const *) tables, watched[i]))
      {
        load (self);
        return;
      }
}

/* --- what is done --- */

static void
opened_cb (PatalAnnualPlanPage *self, gint64 id)
{
  patal_plan_line_dialog_show (GTK_WIDGET (self), self->document, shown_fy (self), id);
}

static void
add_cb (PatalAnnualPlanPage *self)
{
  patal_plan_line_dialog_show (GTK_WIDGET (self), self->document, shown_fy (self), 0);
}

static void
freeze_cb (PatalAnnualPlanPage *self)
{
  g_autofree char *fy = patal_fy_label (shown_fy (self));
  /* Translators: what the journal calls it; a financial year */
  g_autofree char *name = g_strdup_printf (_("Annual plan %s"), fy);

  if (self->frozen)
    patal_unfreeze_record (GTK_WIDGET (self), self->document, PATAL_ANNUAL_PLAN_RECORD (self->plan), name, name);
  else
    patal_freeze_record (self->document, PATAL_ANNUAL_PLAN_RECORD (self->plan), name);
}

/* --- the object --- */

static void
add_years (PatalAnnualPlanPage *self)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    g_ptr_array_add (labels, patal_fy_label (patal_fy_of (patal_day_today ()) + years[i]));
  g_ptr_array_add (labels, NULL);
  patal_row_list_set_filters (self->list, (const char *const *) labels->pdata);
}

GtkWidget *
patal_annual_plan_page_new (PatalDocument *document)
{
  PatalAnnualPlanPage *self = g_object_new (PATAL_TYPE_ANNUAL_PLAN_PAGE, NULL);

  self->document = g_object_ref (document);
  self->list = patal_row_list_new (document, patal_plan_line_row_sql, _("Lines of the annual plan"));
  add_columns (patal_row_list_get_view (self->list));
  add_years (self);
  self->freeze = GTK_BUTTON (gtk_button_new_with_label (_("Freeze")));
  g_signal_connect_object (self->freeze, "clicked", G_CALLBACK (freeze_cb), self, G_CONNECT_SWAPPED);
  patal_row_list_add_tool (self->list, GTK_WIDGET (self->freeze));
  patal_row_list_set_add (self->list, _("Add a line"));
  patal_row_list_set_counter (self->list, count_words, self);
  patal_row_list_set_empty (self->list, "x-office-spreadsheet-symbolic", _("No Annual Plan Yet"),
                            _("Import its lines from a table, or write the first one with +: participants × days × unit cost."), "plan-lines");
  g_signal_connect_object (self->list, "refresh", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "opened", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "add", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
  load (self);
  return GTK_WIDGET (self);
}

static void
patal_annual_plan_page_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  g_clear_object (&PATAL_ANNUAL_PLAN_PAGE (object)->document);
  G_OBJECT_CLASS (patal_annual_plan_page_parent_class)->dispose (object);
}

static void
patal_annual_plan_page_class_init (PatalAnnualPlanPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = patal_annual_plan_page_dispose;
}

static void
patal_annual_plan_page_init (G_GNUC_UNUSED PatalAnnualPlanPage *self)
{
}
