/* patal-import-preview.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-import-preview.h"
#include "patal-accessible.h"
#include "patal-drop-down.h"
#include "patal-import-rows.h"
#include "patal-import-wording.h"
#include "patal-number.h"
#include <glib/gi18n.h>

#define N_DECISIONS 3

struct _PatalImportPreview
{
  AdwBin              parent_instance;
  GtkBox             *fates, *doubtful_box, *decisions, *compared;
  GtkDropDown        *doubtful;
  GtkInfoBar         *warning_bar;
  GtkLabel           *warning, *aside, *remark;
  GtkButton          *alike;
  GtkGrid            *sides;
  GtkColumnView      *rows_view;
  GtkToggleButton    *choices[N_DECISIONS]; /* by PatalDoubtful */
  GtkColumnViewColumn *decision_column; /* owned: it is not always in the view */
  PatalImportRows    *rows;
  GtkSingleSelection *selection;
  PatalImportRun     *run;    /* borrowed; (nullable) */
  PatalDb            *reader; /* borrowed; (nullable) */
  gboolean            filling;
};

G_DEFINE_FINAL_TYPE (PatalImportPreview, patal_import_preview, ADW_TYPE_BIN)

static guint decided_signal;

/* The row under the cursor; FALSE where there is none. */
static gboolean
selected_row (PatalImportPreview *self, guint *row)
{
  PatalImportRow *item = gtk_single_selection_get_selected_item (self->selection);

  if (item == NULL || self->run == NULL)
    return FALSE;
  *row = patal_import_row_index (item);
  return TRUE;
}

/* --- both sides of the row under the cursor --- */

static void
attach (PatalImportPreview *self, const char *text, const char *style, int column, int line)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 26);
  gtk_widget_set_tooltip_text (label, text);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_grid_attach (self->sides, label, column, line, 1, 1);
}

/* Who the row is compared with. */
static void
attach_other (PatalImportPreview *self, guint row)
{
  guint line = patal_import_run_twin_line (self->run, row);
  g_autofree char *number = patal_number_group (line);
  /* Translators: where the other of two rows stands that may be the same: in the list that is imported */
  g_autofree char *twin = g_strdup_printf (_("Line %s of this list"), number);

  attach (self, line > 0 ? twin : _("In your file"), "dim-label", 0, 2);
}

/* A name in capitals is the same name. */
static gboolean
is_other (const PatalImportField *field, const char *one, const char *other)
{
  g_autofree char *one_folded = g_utf8_casefold (one, -1), *other_folded = g_utf8_casefold (other, -1);

  return field->kind == PATAL_FIELD_NAME ? !g_str_equal (one_folded, other_folded) : !g_str_equal (one, other);
}

/* The row above what the file has; what differs stands out. */
static void
show_sides (PatalImportPreview *self, guint row)
{
  const PatalImport *import = patal_import_run_import (self->run);
  char **file = patal_import_run_recall (self->run, self->reader, row);
  GtkWidget *old;
  int column = 1;

  while ((old = gtk_widget_get_first_child (GTK_WIDGET (self->sides))) != NULL)
    gtk_grid_remove (self->sides, old);
  attach (self, _("In the table"), "dim-label", 0, 1);
  attach_other (self, row);
  for (guint i = 0; file != NULL && i < import->n_fields; i++)
    {
      const char *ours = file[i] != NULL && *file[i] != '\0' ? file[i] : NULL;
      const char *theirs = patal_import_row_cell (self->run, row, i);
      gboolean differs = ours != NULL && theirs != NULL && is_other (&import->fields[i], ours, theirs);

      /* by names and codes a place is told; of the rest, what the table is silent about matters not */
      if (file[i] == NULL || (ours == NULL && theirs == NULL)
          || (theirs == NULL && import->fields[i].kind != PATAL_FIELD_NAME && import->fields[i].kind != PATAL_FIELD_CODE))
        continue;
      attach (self, _(import->fields[i].title), "caption", column, 0);
      attach (self, theirs != NULL ? theirs : "—", differs ? "fate-doubtful" : NULL, column, 1);
      attach (self, ours != NULL ? ours : "—", differs ? "fate-doubtful" : NULL, column++, 2);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->sides), column > 1);
  patal_import_run_free_recalled (self->run, file);
}

/* The answers to what is asked of the row. */
static void
show_answers (PatalImportPreview *self, guint row)
{
  PatalDoubt doubt = patal_import_run_verdict (self->run, row)->doubt;
  guint n = patal_import_n_decisions (doubt), chosen = patal_import_run_decision (self->run, row);

  for (guint decision = 0; decision < N_DECISIONS; decision++)
    {
      g_autofree char *label = g_strdup_printf ("%u  %s", decision + 1, patal_import_decision_word (doubt, decision));

      gtk_button_set_label (GTK_BUTTON (self->choices[decision]), label);
      gtk_widget_set_visible (GTK_WIDGET (self->choices[decision]), decision < n);
    }
  gtk_toggle_button_set_active (self->choices[MIN (chosen, n - 1)], TRUE);
}

static void
show_choice (PatalImportPreview *self, guint row)
{
  guint n = patal_import_run_n_alike (self->run, row);
  g_autofree char *number = patal_number_group (n);
  /* Translators: a button: the decision about the row under the cursor becomes that of all rows of which the same is asked */
  g_autofree char *label = g_strdup_printf (ngettext ("_Decide All %s Alike", "_Decide All %s Alike", n), number);

  self->filling = TRUE;
  show_answers (self, row);
  self->filling = FALSE;
  gtk_button_set_label (self->alike, label);
  patal_accessible_mend_mnemonic (GTK_WIDGET (self->alike));
  gtk_widget_set_visible (GTK_WIDGET (self->alike), n > 1);
}

static void
selected_cb (PatalImportPreview *self)
{
  g_autofree char *remark = NULL;
  gboolean doubtful;
  guint row;

  if (!selected_row (self, &row))
    {
      gtk_widget_set_visible (GTK_WIDGET (self->compared), FALSE);
      return;
    }
  remark = patal_import_row_remark (self->run, row, self->reader);
  doubtful = patal_import_run_verdict (self->run, row)->fate == PATAL_FATE_DOUBTFUL;
  gtk_widget_set_visible (GTK_WIDGET (self->compared), *remark != '\0' || doubtful);
  gtk_label_set_text (self->remark, remark);
  gtk_widget_set_visible (GTK_WIDGET (self->decisions), doubtful);
  gtk_widget_set_visible (GTK_WIDGET (self->alike), FALSE);
  show_sides (self, row);
  if (doubtful)
    show_choice (self, row);
}

/* --- decisions --- */

/* Rows show their decision anew: their items are told apart only by position. */
static void
decided (PatalImportPreview *self, guint from, guint n)
{
  guint selected = gtk_single_selection_get_selected (self->selection);

  self->filling = TRUE;
  g_list_model_items_changed (G_LIST_MODEL (self->rows), from, n, n);
  gtk_single_selection_set_selected (self->selection, selected);
  self->filling = FALSE;
  selected_cb (self);
  g_signal_emit (self, decided_signal, 0);
}

static void
decide (PatalImportPreview *self, PatalDoubtful decision)
{
  guint row;

  if (!selected_row (self, &row) || patal_import_run_verdict (self->run, row)->fate != PATAL_FATE_DOUBTFUL)
    return;
  patal_import_run_decide (self->run, row, decision);
  decided (self, gtk_single_selection_get_selected (self->selection), 1);
}

static void
choice_cb (GtkToggleButton *choice, gpointer user_data)
{
  PatalImportPreview *self = user_data;

  if (!self->filling && gtk_toggle_button_get_active (choice))
    decide (self, GPOINTER_TO_INT (g_object_get_data (G_OBJECT (choice), "decision")));
}

static void
alike_cb (PatalImportPreview *self)
{
  guint row;

  if (!selected_row (self, &row))
    return;
  patal_import_run_decide_alike (self->run, row, patal_import_run_decision (self->run, row));
  decided (self, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)));
}

static void
doubtful_cb (PatalImportPreview *self)
{
  PatalDoubtful decision = gtk_drop_down_get_selected (self->doubtful);

  if (self->filling || self->run == NULL)
    return;
  for (guint row = 0; row < patal_import_run_n_rows (self->run); row++)
    if (patal_import_run_verdict (self->run, row)->fate == PATAL_FATE_DOUBTFUL)
      patal_import_run_decide (self->run, row, decision);
  decided (self, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)));
}

/* GTK before 4.12 has no other way to scroll a column view to a row than its list's own action. */
static void
scroll_to (PatalImportPreview *self, guint position)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->rows_view)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_LIST_VIEW (child))
      gtk_widget_activate_action (child, "list.scroll-to-item", "u", position);
}

/* 1, 2, 3, on any keyboard, decide the row under the cursor and go on to the next. */
static gboolean
key_cb (G_GNUC_UNUSED GtkEventControllerKey *controller, guint keyval, G_GNUC_UNUSED guint keycode, GdkModifierType state,
        gpointer user_data)
{
  PatalImportPreview *self = user_data;
  int digit = g_unichar_digit_value (gdk_keyval_to_unicode (keyval));
  guint position = gtk_single_selection_get_selected (self->selection), row;

  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK) || digit < 1 || !selected_row (self, &row)
      || patal_import_run_verdict (self->run, row)->fate != PATAL_FATE_DOUBTFUL
      || digit > (int) patal_import_n_decisions (patal_import_run_verdict (self->run, row)->doubt))
    return GDK_EVENT_PROPAGATE;
  decide (self, digit - 1);
  if (position + 1 < g_list_model_get_n_items (G_LIST_MODEL (self->rows)))
    gtk_single_selection_set_selected (self->selection, position + 1);
  scroll_to (self, gtk_single_selection_get_selected (self->selection));
  return GDK_EVENT_STOP;
}

static void
add_choices (PatalImportPreview *self)
{
  for (int decision = 0; decision < N_DECISIONS; decision++)
    {
      GtkWidget *choice = gtk_toggle_button_new_with_label ("");

      self->choices[decision] = GTK_TOGGLE_BUTTON (choice);
      if (decision > 0)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (choice), self->choices[0]);
      g_object_set_data (G_OBJECT (choice), "decision", GINT_TO_POINTER (decision));
      g_signal_connect (choice, "toggled", G_CALLBACK (choice_cb), self);
      gtk_box_append (self->decisions, choice);
    }
}

/* --- rows --- */

typedef char *(*CellFunc) (PatalImportPreview *self, guint row, const PatalImportColumn *column);

static char *
line_text (PatalImportPreview *self, guint row, G_GNUC_UNUSED const PatalImportColumn *column)
{
  return g_strdup_printf ("%u", patal_import_run_line (self->run, row));
}

static char *
fate_text (PatalImportPreview *self, guint row, G_GNUC_UNUSED const PatalImportColumn *column)
{
  return g_strdup (patal_import_fate_word (patal_import_run_verdict (self->run, row)->fate));
}

static char *
value_text (PatalImportPreview *self, guint row, const PatalImportColumn *column)
{
  return column->text (self->run, row, column->fields);
}

static char *
remark_text (PatalImportPreview *self, guint row, G_GNUC_UNUSED const PatalImportColumn *column)
{
  return patal_import_row_remark (self->run, row, self->reader);
}

static char *
decision_text (PatalImportPreview *self, guint row, G_GNUC_UNUSED const PatalImportColumn *column)
{
  const PatalVerdict *verdict = patal_import_run_verdict (self->run, row);

  return g_strdup (verdict->fate == PATAL_FATE_DOUBTFUL
                     ? patal_import_decision_word (verdict->doubt, patal_import_run_decision (self->run, row)) : "");
}

static void
cell_setup_cb (G_GNUC_UNUSED GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
cell_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  PatalImportPreview *self = user_data;
  CellFunc func = (CellFunc) g_object_get_data (G_OBJECT (factory), "func");
  const PatalImportColumn *column = g_object_get_data (G_OBJECT (factory), "column");
  g_autofree char *text = NULL;

  if (self->run != NULL)
    text = func (self, patal_import_row_index (gtk_list_item_get_item (item)), column);
  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), text != NULL ? text : "");
  gtk_widget_set_tooltip_text (gtk_list_item_get_child (item), text != NULL && *text != '\0' ? text : NULL);
}

static GtkColumnViewColumn *
add_column (PatalImportPreview *self, const char *title, CellFunc func, const PatalImportColumn *what, int width)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (title, factory);

  g_object_set_data (G_OBJECT (factory), "func", (gpointer) func);
  g_object_set_data (G_OBJECT (factory), "column", (gpointer) what);
  g_signal_connect (factory, "setup", G_CALLBACK (cell_setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (cell_bind_cb), self);
  gtk_column_view_column_set_resizable (column, TRUE);
  if (width > 0)
    gtk_column_view_column_set_fixed_width (column, width);
  else
    gtk_column_view_column_set_expand (column, TRUE);
  gtk_column_view_append_column (self->rows_view, column);
  return column;
}

static void
add_columns (PatalImportPreview *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->rows_view);

  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) old = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (self->rows_view, old);
    }
  add_column (self, _("Line"), line_text, NULL, 60);
  add_column (self, _("Finding"), fate_text, NULL, 88);
  for (const PatalImportColumn *what = patal_import_columns_of (patal_import_run_import (self->run)); what->title != NULL; what++)
    add_column (self, _(what->title), value_text, what, what->width);
  add_column (self, _("What changes, or why"), remark_text, NULL, 0);
  g_set_object (&self->decision_column, add_column (self, _("Decision"), decision_text, NULL, 124));
}

/* --- which rows --- */

/* GTK 4.8 gives the width of a column that becomes invisible to no other: only one that is taken out leaves its place to the reasons. */
static void
show_decisions (PatalImportPreview *self, gboolean shown)
{
  gboolean there = gtk_column_view_column_get_column_view (self->decision_column) != NULL;

  if (shown && !there)
    gtk_column_view_append_column (self->rows_view, self->decision_column);
  else if (!shown && there)
    gtk_column_view_remove_column (self->rows_view, self->decision_column);
}

static void
fate_toggled_cb (GtkToggleButton *button, gpointer user_data)
{
  PatalImportPreview *self = user_data;
  PatalFate fate = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "fate"));

  if (!gtk_toggle_button_get_active (button) || self->run == NULL)
    return;
  show_decisions (self, fate == PATAL_FATE_DOUBTFUL || fate == PATAL_N_FATES);
  patal_import_rows_show (self->rows, self->run, fate);
  gtk_single_selection_set_selected (self->selection, 0);
  selected_cb (self);
}

static GtkToggleButton *
add_fate (PatalImportPreview *self, PatalFate fate, const char *title, guint n, GtkToggleButton *group)
{
  static const char *const classes[PATAL_N_FATES] = { "fate-new", "fate-changed", "dim-label", "fate-doubtful", "fate-refused" };
  g_autofree char *number = patal_number_group (n);
  g_autofree char *label = g_strdup_printf ("%s %s", title, number);
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *text = gtk_label_new (label);

  if (fate < PATAL_N_FATES && n > 0)
    gtk_widget_add_css_class (text, classes[fate]);
  gtk_button_set_child (GTK_BUTTON (button), text);
  gtk_widget_set_sensitive (button, n > 0);
  if (group != NULL)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), group);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data (G_OBJECT (button), "fate", GINT_TO_POINTER (fate));
  g_signal_connect (button, "toggled", G_CALLBACK (fate_toggled_cb), self);
  gtk_box_append (self->fates, button);
  return GTK_TOGGLE_BUTTON (button);
}

/* The doubt whose answers fit all doubtful rows: where twins are among them that has all three, of which two mean that another row is taken.
 * PATAL_N_DOUBTS: of several that have two answers each, none. */
static PatalDoubt
common_doubt (PatalImportPreview *self)
{
  PatalDoubt common = PATAL_N_DOUBTS;
  gboolean found = FALSE;

  for (guint row = 0; row < patal_import_run_n_rows (self->run); row++)
    {
      const PatalVerdict *verdict = patal_import_run_verdict (self->run, row);

      if (verdict->fate != PATAL_FATE_DOUBTFUL)
        continue;
      if (verdict->doubt == PATAL_DOUBT_TWIN)
        return PATAL_DOUBT_TWIN;
      common = !found || common == verdict->doubt ? verdict->doubt : PATAL_N_DOUBTS;
      found = TRUE;
    }
  return common;
}

static void
show_doubtful (PatalImportPreview *self)
{
  g_autoptr (GtkStringList) answers = gtk_string_list_new (NULL);
  PatalDoubt doubt = common_doubt (self);

  if (doubt == PATAL_N_DOUBTS)
    {
      gtk_string_list_append (answers, _("Leave out"));
      gtk_string_list_append (answers, _("Take in"));
    }
  else
    for (guint decision = 0; decision < patal_import_n_decisions (doubt); decision++)
      gtk_string_list_append (answers, patal_import_decision_word (doubt, decision));
  self->filling = TRUE;
  gtk_drop_down_set_model (self->doubtful, G_LIST_MODEL (answers));
  gtk_drop_down_set_selected (self->doubtful, PATAL_DOUBTFUL_SKIP);
  self->filling = FALSE;
}

/* What needs a decision is shown first. */
static void
show_fates (PatalImportPreview *self)
{
  const guint *counts = patal_import_run_counts (self->run);
  GtkToggleButton *all, *first;
  GtkWidget *old;

  while ((old = gtk_widget_get_first_child (GTK_WIDGET (self->fates))) != NULL)
    gtk_box_remove (self->fates, old);
  all = first = add_fate (self, PATAL_N_FATES, _("All"), patal_import_run_n_rows (self->run), NULL);
  for (int fate = 0; fate < PATAL_N_FATES; fate++)
    {
      GtkToggleButton *button = add_fate (self, fate, patal_import_fate_word (fate), counts[fate], all);

      if (counts[fate] > 0 && (fate == PATAL_FATE_REFUSED || fate == PATAL_FATE_DOUBTFUL) && first == all)
        first = button;
    }
  gtk_toggle_button_set_active (first, TRUE);
}

/* What is to be known of the table as a whole: columns that are not read stand on the page before. */
static void
show_notes (PatalImportPreview *self)
{
  g_autofree char *warning = patal_import_run_warning (self->run, NULL), *aside = NULL, *number = NULL;
  guint n = patal_import_run_n_aside (self->run);

  gtk_label_set_text (self->warning, warning != NULL ? warning : "");
  gtk_info_bar_set_revealed (self->warning_bar, warning != NULL);
  number = patal_number_group (n);
  aside = g_strdup_printf (ngettext ("%s line repeats the headings, gives a total or says who signs; it is not counted.",
                                     "%s lines repeat the headings, give a total or say who signs; they are not counted.", n), number);
  gtk_label_set_text (self->aside, aside);
  gtk_widget_set_visible (GTK_WIDGET (self->aside), n > 0);
}

void
patal_import_preview_show (PatalImportPreview *self, PatalImportRun *run, PatalDb *reader)
{
  self->run = NULL;
  patal_import_rows_show (self->rows, NULL, PATAL_N_FATES);
  self->run = run;
  self->reader = reader;
  gtk_widget_set_visible (GTK_WIDGET (self->compared), FALSE);
  if (run == NULL)
    return;
  add_columns (self);
  gtk_widget_set_visible (GTK_WIDGET (self->doubtful_box), patal_import_run_counts (run)[PATAL_FATE_DOUBTFUL] > 0);
  show_doubtful (self);
  show_notes (self);
  show_fates (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->rows_view));
}

static void
patal_import_preview_dispose (GObject *object)
{
  PatalImportPreview *self = PATAL_IMPORT_PREVIEW (object);

  self->run = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (object), PATAL_TYPE_IMPORT_PREVIEW);
  g_clear_object (&self->decision_column);
  g_clear_object (&self->selection);
  g_clear_object (&self->rows);
  G_OBJECT_CLASS (patal_import_preview_parent_class)->dispose (object);
}

static void
patal_import_preview_class_init (PatalImportPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = patal_import_preview_dispose;
  decided_signal = g_signal_new ("decided", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/grampatal/GramPatal/ui/patal-import-preview.ui");
#define CHILD(name) gtk_widget_class_bind_template_child (widget_class, PatalImportPreview, name)
  CHILD (fates);
  CHILD (doubtful_box);
  CHILD (decisions);
  CHILD (compared);
  CHILD (doubtful);
  CHILD (warning_bar);
  CHILD (warning);
  CHILD (aside);
  CHILD (remark);
  CHILD (alike);
  CHILD (sides);
  CHILD (rows_view);
#undef CHILD
  gtk_widget_class_bind_template_callback (widget_class, doubtful_cb);
  gtk_widget_class_bind_template_callback (widget_class, alike_cb);
}

static void
patal_import_preview_init (PatalImportPreview *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->rows = patal_import_rows_new ();
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->filling = FALSE;
  patal_drop_down_set_name (self->doubtful, _("What becomes of all doubtful rows"));
  add_choices (self);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->rows)));
  gtk_column_view_set_model (self->rows_view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->rows_view), keys);
}
