/* patal-cost-list.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-cost-list.h"
#include "patal-cost-dialog.h"
#include "patal-cost-norm.h"
#include "patal-money.h"
#include <glib/gi18n.h>

struct _PatalCostList
{
  AdwBin                 parent_instance;
  GtkLabel              *sum, *norm, *warning, *empty;
  GtkWidget             *warning_box, *add_button;
  GtkListBox            *rows;
  PatalDocument         *document;
  const PatalBatchSheet *sheet; /* (nullable) */
  GPtrArray             *costs; /* (nullable) (element-type PatalBatchCost): a row each */
  gboolean               editable;
};

G_DEFINE_FINAL_TYPE (PatalCostList, patal_cost_list, ADW_TYPE_BIN)

static void
show_line (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

/* --- what it may cost --- */

static char *
sum_words (const PatalCostLimit *limit)
{
  g_autofree char *spent = patal_money_format (limit->spent_paise, PATAL_MONEY_RUPEES), *most = NULL;

  if (limit->limit_paise == 0) /* Translators: all that a batch cost */
    return g_strdup_printf (_("Spent: Rs %s"), spent);
  most = patal_money_format (limit->limit_paise, PATAL_MONEY_RUPEES);
  return g_strdup_printf (_("Spent: Rs %s of Rs %s"), spent, most);
}

/* (transfer full): "RGSA 2018-22, TRG-B". */
static char *
norm_name (PatalDb *reader, gint64 id)
{
  g_autoptr (GPtrArray) norms = patal_cost_norms (reader, NULL);

  for (guint i = 0; norms != NULL && i < norms->len; i++)
    {
      const PatalCostNorm *norm = g_ptr_array_index (norms, i);

      if (norm->id == id)
        return g_strdup_printf ("%s, %s", norm->set_name, norm->code);
    }
  return g_strdup ("");
}

static char *
norm_words (PatalDb *reader, const PatalCostLimit *limit)
{
  g_autofree char *unit = patal_money_format (limit->unit_paise, PATAL_MONEY_RUPEES), *name = NULL;

  if (limit->unit_paise == 0)
    return g_strdup (_("No ceiling is known: there is neither a cost norm nor a line of the annual plan for it"));
  if (limit->norm == 0)
    return g_strdup_printf (_("Ceiling: Rs %s for a person and day, as the annual plan has it"), unit);
  name = norm_name (reader, limit->norm);
  if (limit->in_force) /* Translators: the second is the name of a cost norm */
    return g_strdup_printf (_("Ceiling: Rs %s for a person and day (%s)"), unit, name);
  return g_strdup_printf (_("Ceiling: Rs %s for a person and day (%s; none is in force on the first day, this is the last one known)"), unit, name);
}

static void
show_limit (PatalCostList *self, PatalDb *reader)
{
  g_autofree char *sum = NULL, *norm = NULL, *warning = NULL;
  g_autoptr (GError) error = NULL;
  PatalCostLimit limit;

  if (patal_batch_cost_limit (reader, self->sheet->batch.id, &limit, &error))
    {
      sum = sum_words (&limit);
      norm = norm_words (reader, &limit);
      warning = patal_cost_limit_warning (&limit, NULL);
    }
  patal_document_complain (self->document, error);
  show_line (self->sum, sum);
  show_line (self->norm, norm);
  show_line (self->warning, warning);
  gtk_widget_set_visible (self->warning_box, warning != NULL);
}

/* --- the rows --- */

/* (transfer full): "व्हाउचर 17 · 08.06.2026 · …" */
static char *
details_of (const PatalBatchCost *cost)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (cost->voucher != NULL)
    g_ptr_array_add (parts, g_strdup_printf (_("Voucher %s"), cost->voucher));
  if (cost->day != PATAL_DAY_NONE)
    g_ptr_array_add (parts, patal_day_format (cost->day));
  if (cost->remark != NULL)
    g_ptr_array_add (parts, g_strdup (cost->remark));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

static GtkWidget *
row_of (const PatalBatchCost *cost, gboolean editable)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *amount = patal_money_format (cost->paise, PATAL_MONEY_RUPEES), *details = details_of (cost);
  g_autofree char *title = g_strdup_printf (_("Rs %s"), amount);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), details);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), editable);
  return row;
}

static const PatalBatchCost *
cost_at (PatalCostList *self, GtkListBoxRow *row)
{
  return g_ptr_array_index (self->costs, (guint) gtk_list_box_row_get_index (row));
}

/* Each head says its own sum above its first cost. */
static void
head_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  PatalCostList *self = user_data;
  const PatalBatchCost *cost = cost_at (self, row);
  g_autofree char *sum = NULL, *words = NULL;
  GtkWidget *label = NULL;
  gint64 paise = 0;

  if (before == NULL || cost_at (self, before)->head != cost->head)
    {
      for (guint i = 0; i < self->costs->len; i++)
        paise += ((const PatalBatchCost *) self->costs->pdata[i])->head == cost->head ? ((const PatalBatchCost *) self->costs->pdata[i])->paise : 0;
      sum = patal_money_format (paise, PATAL_MONEY_RUPEES);
      /* Translators: a head of expenditure, and what was spent under it */
      words = g_strdup_printf (_("%s: Rs %s"), _(patal_cost_head_title (cost->head)), sum);
      label = g_object_new (GTK_TYPE_LABEL, "label", words, "xalign", 0.0, "margin-start", 12, "margin-top", 8, "margin-bottom", 2, NULL);
      gtk_widget_add_css_class (label, "caption-heading");
    }
  gtk_list_box_row_set_header (row, label);
}

static void
refresh (PatalCostList *self)
{
  PatalDb *reader = patal_document_reader (self->document);
  g_autoptr (GError) error = NULL;
  GtkListBoxRow *row;

  gtk_list_box_set_header_func (self->rows, NULL, NULL, NULL);
  while ((row = gtk_list_box_get_row_at_index (self->rows, 0)) != NULL)
    gtk_list_box_remove (self->rows, GTK_WIDGET (row));
  g_clear_pointer (&self->costs, g_ptr_array_unref);
  if (self->sheet == NULL)
    return;
  self->costs = patal_batch_costs (reader, self->sheet->batch.id, &error);
  patal_document_complain (self->document, error);
  for (guint i = 0; self->costs != NULL && i < self->costs->len; i++)
    gtk_list_box_append (self->rows, row_of (self->costs->pdata[i], self->editable));
  if (self->costs != NULL)
    gtk_list_box_set_header_func (self->rows, head_cb, self, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->rows), self->costs != NULL && self->costs->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->empty), self->costs == NULL || self->costs->len == 0);
  show_limit (self, reader);
}

void
patal_cost_list_show (PatalCostList *self, const PatalBatchSheet *sheet)
{
  self->sheet = sheet;
  refresh (self);
}

void
patal_cost_list_set_editable (PatalCostList *self, gboolean editable)
{
  self->editable = editable;
  gtk_widget_set_sensitive (self->add_button, editable);
  for (int i = 0; gtk_list_box_get_row_at_index (self->rows, i) != NULL; i++)
    gtk_list_box_row_set_activatable (gtk_list_box_get_row_at_index (self->rows, i), editable);
}

static void
opened_cb (PatalCostList *self, GtkListBoxRow *row)
{
  patal_cost_dialog_show (GTK_WIDGET (self), self->document, &self->sheet->batch, cost_at (self, row));
}

static void
add_cb (PatalCostList *self)
{
  if (self->sheet != NULL)
    patal_cost_dialog_show (GTK_WIDGET (self), self->document, &self->sheet->batch, NULL);
}

/* --- the object --- */

GtkWidget *
patal_cost_list_new (PatalDocument *document)
{
  PatalCostList *self = g_object_new (PATAL_TYPE_COST_LIST, NULL);

  self->document = g_object_ref (document);
  return GTK_WIDGET (self);
}

static void
patal_cost_list_dispose (GObject *object)
{
  PatalCostList *self = PATAL_COST_LIST (object);

  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), PATAL_TYPE_COST_LIST);
  g_clear_pointer (&self->costs, g_ptr_array_unref);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (patal_cost_list_parent_class)->dispose (object);
}

static void
patal_cost_list_class_init (PatalCostListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = patal_cost_list_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/grampatal/GramPatal/ui/patal-cost-list.ui");
  gtk_widget_class_bind_template_child (widget_class, PatalCostList, sum);
  gtk_widget_class_bind_template_child (widget_class, PatalCostList, norm);
  gtk_widget_class_bind_template_child (widget_class, PatalCostList, warning);
  gtk_widget_class_bind_template_child (widget_class, PatalCostList, warning_box);
  gtk_widget_class_bind_template_child (widget_class, PatalCostList, empty);
  gtk_widget_class_bind_template_child (widget_class, PatalCostList, rows);
  gtk_widget_class_bind_template_child (widget_class, PatalCostList, add_button);
  gtk_widget_class_bind_template_callback (widget_class, opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
}

static void
patal_cost_list_init (PatalCostList *self)
{
  self->editable = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}
