/* patal-unit-pane.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-unit-pane.h"
#include "patal-freeze.h"
#include "patal-history-list.h"
#include "patal-holdings-list.h"
#include "patal-level-word.h"
#include "patal-settings.h"
#include "patal-unit-form.h"
#include <glib/gi18n.h>

struct _PatalUnitPane
{
  AdwBin              parent_instance;
  GtkStack           *pages;
  GtkLabel           *title, *subtitle;
  GtkBox             *frozen_box;
  GtkMenuButton      *menu_button;
  GtkStackSwitcher   *switcher;
  PatalUnitForm      *form;
  PatalHoldingsList  *holdings;
  PatalHistoryList   *history;
  PatalDocument      *document;
  GSimpleActionGroup *actions;
  PatalUnit           unit; /* id 0: none, or one that is yet to be made */
  gboolean            empty;
  gint64              lost; /* what an undo has taken away while it was shown: a redo brings it back; else 0 */
};

G_DEFINE_FINAL_TYPE (PatalUnitPane, patal_unit_pane, ADW_TYPE_BIN)

enum { PROP_0, PROP_EMPTY, N_PROPS };
static GParamSpec *props[N_PROPS];
static guint made_signal;

static void
set_empty (PatalUnitPane *self, gboolean empty)
{
  if (self->empty == empty)
    return;
  self->empty = empty;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_EMPTY]);
}

static void
enable (PatalUnitPane *self, const char *name, gboolean enabled)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), name)), enabled);
}

static void
update_state (PatalUnitPane *self)
{
  gboolean writable = patal_document_writable (self->document);
  gboolean frozen = self->unit.id != 0 && patal_db_is_frozen (patal_document_reader (self->document), self->unit.id);

  gtk_widget_set_visible (GTK_WIDGET (self->frozen_box), frozen);
  gtk_widget_set_visible (GTK_WIDGET (self->menu_button), self->unit.id != 0);
  patal_unit_form_set_editable (self->form, writable && !frozen);
  enable (self, "map", self->unit.has_place);
  enable (self, "freeze", writable && !frozen);
  enable (self, "unfreeze", writable && frozen);
  enable (self, "remove", writable && !frozen);
}

static void
show_heading (PatalUnitPane *self)
{
  PatalDb *reader = patal_document_reader (self->document);
  gboolean hindi = patal_settings_lang () == PATAL_LANG_HI;
  const char *first = hindi ? self->unit.name_hi : self->unit.name_en;
  const char *second = hindi ? self->unit.name_en : self->unit.name_hi;
  g_autofree char *above = self->unit.parent != 0 ? patal_unit_name (reader, self->unit.parent, patal_settings_lang ()) : NULL;
  g_autoptr (GString) below = g_string_new (NULL);

  if (first != NULL && second != NULL)
    g_string_append_printf (below, "%s · ", second);
  g_string_append (below, patal_level_word (self->unit.level));
  if (above != NULL)
    g_string_append_printf (below, " · %s", above);
  gtk_label_set_text (self->title, first != NULL ? first : second != NULL ? second : _("New gram panchayat"));
  gtk_label_set_text (self->subtitle, below->str);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->subtitle), below->str);
}

static void
show_unit (PatalUnitPane *self)
{
  show_heading (self);
  patal_unit_form_set_unit (self->form, &self->unit);
  patal_holdings_list_set_unit (self->holdings, self->unit.id);
  patal_history_list_set_record (self->history, &(PatalRecord) { .table = "unit", .id = self->unit.id });
  gtk_widget_set_visible (GTK_WIDGET (self->switcher), self->unit.id != 0);
  if (self->unit.id == 0)
    gtk_stack_set_visible_child_name (self->pages, "details");
  set_empty (self, FALSE);
  update_state (self);
}

static gboolean
load (PatalUnitPane *self, gint64 id)
{
  g_autoptr (GError) error = NULL;

  patal_unit_clear (&self->unit);
  if (id == 0 || !patal_unit_load (patal_document_reader (self->document), id, &self->unit, &error))
    {
      patal_unit_form_discard (self->form);
      set_empty (self, TRUE);
      return FALSE;
    }
  return TRUE;
}

/* Somebody who goes on to the next place has not asked for what was typed to be thrown away. */
static gboolean
settle_typed (PatalUnitPane *self)
{
  g_autofree char *sentence = NULL;

  if (patal_unit_pane_leave (self))
    return TRUE;
  /* Translators: %s is the name of a place */
  sentence = g_strdup_printf (_("First correct or discard what is typed for %s"), gtk_label_get_text (self->title));
  patal_document_say (self->document, sentence);
  return FALSE;
}

gboolean
patal_unit_pane_show (PatalUnitPane *self, gint64 id)
{
  if (id != 0 && id == self->unit.id)
    return TRUE;
  if (!settle_typed (self))
    return FALSE;
  self->lost = 0;
  if (load (self, id))
    show_unit (self);
  return TRUE;
}

gint64
patal_unit_pane_get_unit (PatalUnitPane *self)
{
  return self->unit.id;
}

void
patal_unit_pane_show_posts (PatalUnitPane *self)
{
  if (patal_unit_form_is_dirty (self->form))
    return; /* the pane has stayed with what is typed there */
  gtk_stack_set_visible_child_name (self->pages, "people");
}

gboolean
patal_unit_pane_begin (PatalUnitPane *self, PatalLevel level, gint64 parent)
{
  if (!settle_typed (self))
    return FALSE;
  self->lost = 0;
  patal_unit_clear (&self->unit);
  self->unit = (PatalUnit) { .level = level, .parent = parent, .households = -1, .population = -1, .sc = -1, .st = -1 };
  show_unit (self);
  patal_unit_form_focus (self->form);
  return TRUE;
}

gboolean
patal_unit_pane_leave (PatalUnitPane *self)
{
  gboolean valid = patal_unit_form_is_valid (self->form);

  if (!patal_unit_form_is_dirty (self->form))
    return TRUE;
  if (!valid)
    gtk_stack_set_visible_child_name (self->pages, "details"); /* where the fault is */
  patal_unit_form_save (self->form);
  return valid;
}

/* Whether the form is that of a place which is yet to be made. */
static gboolean
is_beginning (PatalUnitPane *self)
{
  return self->unit.id == 0 && !self->empty;
}

static void
saved_cb (PatalUnitPane *self, gint64 id)
{
  if (is_beginning (self))
    {
      if (load (self, id))
        show_unit (self);
      g_signal_emit (self, made_signal, 0, id);
    }
}

static void
reload (PatalUnitPane *self)
{
  gint64 id = self->unit.id;

  if (!load (self, id))
    {
      self->lost = id;
      return;
    }
  show_heading (self);
  patal_unit_form_refresh (self->form, &self->unit);
  update_state (self);
}

static void
changed_cb (PatalUnitPane *self, GStrv tables)
{
  const char *const *names = (const char *const *) tables;
  PatalDb *reader = patal_document_reader (self->document);

  if (self->unit.id != 0 && patal_document_touches (names, "frozen"))
    update_state (self);
  if (!patal_document_touches (names, "unit") && !patal_document_touches (names, "unit_alias"))
    return;
  if (self->unit.id != 0)
    reload (self);
  else if (self->lost != 0 && load (self, self->lost))
    {
      self->lost = 0;
      show_unit (self);
    }
  else if (is_beginning (self))
    {
      g_autofree char *above = patal_unit_name (reader, self->unit.parent, patal_settings_lang ());

      if (above == NULL) /* an undo took away the block in which it was to lie */
        load (self, 0);
    }
}

/* --- what the menu does --- */

static char *
own_name (PatalUnitPane *self)
{
  return g_strdup (self->unit.name_hi != NULL ? self->unit.name_hi : self->unit.name_en);
}

static void
map_cb (G_GNUC_UNUSED GSimpleAction *action, G_GNUC_UNUSED GVariant *parameter, gpointer user_data)
{
  gtk_widget_activate_action (GTK_WIDGET (user_data), "win.section", "s", "map");
}

static void
freeze_cb (G_GNUC_UNUSED GSimpleAction *action, G_GNUC_UNUSED GVariant *parameter, gpointer user_data)
{
  PatalUnitPane *self = user_data;
  g_autofree char *name = own_name (self);

  patal_freeze_record (self->document, &(PatalRecord) { .table = "unit", .id = self->unit.id }, name);
}

static void
unfreeze_cb (G_GNUC_UNUSED GSimpleAction *action, G_GNUC_UNUSED GVariant *parameter, gpointer user_data)
{
  PatalUnitPane *self = user_data;
  g_autofree char *name = own_name (self);

  patal_unfreeze_record (GTK_WIDGET (self), self->document, &(PatalRecord) { .table = "unit", .id = self->unit.id }, name,
                         gtk_label_get_text (self->title));
}

typedef struct
{
  gint64 id;
  char  *name;
} Removal;

static void
removal_free (gpointer data)
{
  Removal *removal = data;

  g_free (removal->name);
  g_free (removal);
}

static gboolean
remove_unit (PatalDb *db, gpointer data, GError **error)
{
  return patal_unit_remove (db, ((Removal *) data)->id, error);
}

static gpointer
remove_job (PatalDb *db, gpointer data, G_GNUC_UNUSED const PatalProgress *progress, GError **error)
{
  return GINT_TO_POINTER (patal_db_edit (db, PATAL_LABEL (N_("Removed {1}"), ((Removal *) data)->name), remove_unit, data, error));
}

static void
removed_cb (GObject *source, GAsyncResult *result, G_GNUC_UNUSED gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (patal_document_run_finish (PATAL_DOCUMENT (source), result, &error) == NULL)
    patal_document_complain (PATAL_DOCUMENT (source), error);
}

static void
remove_cb (G_GNUC_UNUSED GSimpleAction *action, G_GNUC_UNUSED GVariant *parameter, gpointer user_data)
{
  PatalUnitPane *self = user_data;
  Removal *removal = g_new (Removal, 1);

  patal_unit_form_discard (self->form);
  *removal = (Removal) { self->unit.id, own_name (self) };
  patal_document_write_async (self->document, remove_job, removal, removal_free, NULL, NULL, removed_cb, NULL);
}

static const GActionEntry pane_actions[] = {
  { .name = "map", .activate = map_cb },
  { .name = "freeze", .activate = freeze_cb },
  { .name = "unfreeze", .activate = unfreeze_cb },
  { .name = "remove", .activate = remove_cb },
};

GtkWidget *
patal_unit_pane_new (PatalDocument *document)
{
  PatalUnitPane *self = g_object_new (PATAL_TYPE_UNIT_PANE, NULL);

  self->document = g_object_ref (document);
  patal_unit_form_set_document (self->form, document);
  patal_holdings_list_set_document (self->holdings, document);
  patal_history_list_set_document (self->history, document);
  g_signal_connect_object (document, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "settled", G_CALLBACK (update_state), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

static void
patal_unit_pane_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_EMPTY)
    g_value_set_boolean (value, PATAL_UNIT_PANE (object)->empty);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
patal_unit_pane_dispose (GObject *object)
{
  PatalUnitPane *self = PATAL_UNIT_PANE (object);

  g_clear_object (&self->actions);
  g_clear_object (&self->document);
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), PATAL_TYPE_UNIT_PANE);
  G_OBJECT_CLASS (patal_unit_pane_parent_class)->dispose (object);
}

static void
patal_unit_pane_finalize (GObject *object)
{
  patal_unit_clear (&PATAL_UNIT_PANE (object)->unit);
  G_OBJECT_CLASS (patal_unit_pane_parent_class)->finalize (object);
}

static void
patal_unit_pane_class_init (PatalUnitPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->get_property = patal_unit_pane_get_property;
  G_OBJECT_CLASS (klass)->dispose = patal_unit_pane_dispose;
  G_OBJECT_CLASS (klass)->finalize = patal_unit_pane_finalize;
  props[PROP_EMPTY] = g_param_spec_boolean ("empty", NULL, NULL, TRUE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, props);
  made_signal = g_signal_new ("made", PATAL_TYPE_UNIT_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  g_type_ensure (PATAL_TYPE_UNIT_FORM);
  g_type_ensure (PATAL_TYPE_HOLDINGS_LIST);
  g_type_ensure (PATAL_TYPE_HISTORY_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/grampatal/GramPatal/ui/patal-unit-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, PatalUnitPane, pages);
  gtk_widget_class_bind_template_child (widget_class, PatalUnitPane, title);
  gtk_widget_class_bind_template_child (widget_class, PatalUnitPane, subtitle);
  gtk_widget_class_bind_template_child (widget_class, PatalUnitPane, frozen_box);
  gtk_widget_class_bind_template_child (widget_class, PatalUnitPane, menu_button);
  gtk_widget_class_bind_template_child (widget_class, PatalUnitPane, switcher);
  gtk_widget_class_bind_template_child (widget_class, PatalUnitPane, form);
  gtk_widget_class_bind_template_child (widget_class, PatalUnitPane, holdings);
  gtk_widget_class_bind_template_child (widget_class, PatalUnitPane, history);
  gtk_widget_class_bind_template_callback (widget_class, saved_cb);
}

static void
patal_unit_pane_init (PatalUnitPane *self)
{
  self->unit = (PatalUnit) { .level = PATAL_LEVEL_GP, .population = -1 };
  self->empty = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), pane_actions, G_N_ELEMENTS (pane_actions), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "pane", G_ACTION_GROUP (self->actions));
}
