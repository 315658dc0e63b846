/* patal-work-pane.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-work-pane.h"
#include "patal-board-record-form.h"
#include "patal-freeze.h"
#include "patal-history-list.h"
#include "patal-settings.h"
#include "patal-unit.h"
#include "patal-work-file-list.h"
#include <glib/gi18n.h>

struct _PatalWorkPane
{
  AdwBin                parent_instance;
  GtkLabel             *title, *subtitle;
  GtkBox               *frozen_box;
  GtkMenuButton        *menu_button;
  GtkStackSwitcher     *switcher;
  GtkStack             *parts;
  PatalWorkForm        *form;
  PatalBoardRecordForm *board;
  PatalWorkFileList    *file;
  PatalHistoryList     *history;
  PatalDocument        *document;
  GSimpleActionGroup   *actions;
  GtkWidget            *part; /* (nullable): the one that shows */
  PatalWork             work; /* as it stands in the file; id 0: none, or one that is yet to be written */
  gboolean              beginning;
};

G_DEFINE_FINAL_TYPE (PatalWorkPane, patal_work_pane, ADW_TYPE_BIN)

enum { BACK, TYPED, MADE, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
enable (PatalWorkPane *self, const char *name, gboolean enabled)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), name)), enabled);
}

static void
update_state (PatalWorkPane *self)
{
  gboolean writable = patal_document_writable (self->document);
  gboolean frozen = self->work.id != 0 && patal_db_is_frozen (patal_document_reader (self->document), self->work.id);

  gtk_widget_set_visible (GTK_WIDGET (self->frozen_box), frozen);
  gtk_widget_set_visible (GTK_WIDGET (self->menu_button), self->work.id != 0);
  patal_work_form_set_editable (self->form, writable && !frozen);
  patal_board_record_form_set_editable (self->board, writable && !frozen);
  patal_work_file_list_set_editable (self->file, writable && !frozen);
  enable (self, "freeze", writable && !frozen);
  enable (self, "unfreeze", writable && frozen);
  enable (self, "remove", writable && !frozen);
}

/* --- the heading --- */

static void
show_place (PatalWorkPane *self, const PatalWork *work)
{
  PatalDb *reader = patal_document_reader (self->document);
  PatalLang lang = patal_settings_lang ();
  g_auto (PatalUnit) gp = { .population = -1 };
  g_autofree char *block = NULL;
  g_autoptr (GString) words = g_string_new (NULL);

  if (work->gp != 0 && patal_unit_load (reader, work->gp, &gp, NULL))
    {
      block = patal_unit_name (reader, gp.parent, lang);
      g_string_append (words, patal_settings_pick (gp.name_hi, gp.name_en));
      g_string_append_printf (words, ", %s", block != NULL ? block : "");
    }
  if (work->code != NULL)
    g_string_append_printf (words, " · %s", work->code);
  gtk_label_set_text (self->subtitle, words->str);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->subtitle), words->len > 0 ? words->str : NULL);
}

static void
show_heading (PatalWorkPane *self)
{
  const PatalWork *work = patal_work_form_get_work (self->form);
  const char *name = patal_settings_pick (work->name_hi, work->name_en);

  gtk_label_set_text (self->title, name != NULL ? name : _("New Work"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), name);
  show_place (self, work);
}

/* --- which work --- */

static void
show_work (PatalWorkPane *self)
{
  patal_work_form_set_work (self->form, &self->work);
  patal_board_record_form_set_work (self->board, &self->work);
  patal_work_file_list_set_work (self->file, &self->work);
  patal_history_list_set_record (self->history, PATAL_WORK_RECORD (self->work.id));
  gtk_widget_set_visible (GTK_WIDGET (self->switcher), self->work.id != 0);
  if (self->work.id == 0)
    patal_work_pane_turn_to (self, PATAL_WORK_PART_WORK);
  show_heading (self);
  update_state (self);
}

static gboolean
load (PatalWorkPane *self, gint64 id)
{
  g_autoptr (GError) error = NULL;

  self->beginning = FALSE;
  patal_work_clear (&self->work);
  return id != 0 && patal_work_load (patal_document_reader (self->document), id, &self->work, &error);
}

/* Saves what is typed in the part that shows. */
static gboolean
leave_part (PatalWorkPane *self)
{
  if (self->part == GTK_WIDGET (self->board))
    return patal_board_record_form_leave (self->board);
  if (self->part == GTK_WIDGET (self->file))
    return patal_work_file_list_leave (self->file);
  return patal_work_form_leave (self->form);
}

gboolean
patal_work_pane_leave (PatalWorkPane *self)
{
  return leave_part (self);
}

/* Somebody who goes on to the next work has not asked for what was typed to be thrown away. */
static gboolean
settle_typed (PatalWorkPane *self)
{
  g_autofree char *sentence = NULL;

  if (leave_part (self))
    return TRUE;
  sentence = g_strdup_printf (_("First correct or discard what is typed for %s"), gtk_label_get_text (self->title));
  patal_document_say (self->document, sentence);
  return FALSE;
}

gboolean
patal_work_pane_show (PatalWorkPane *self, gint64 id)
{
  if (id != 0 && id == self->work.id)
    return TRUE;
  if (!settle_typed (self))
    return FALSE;
  load (self, id);
  show_work (self);
  return TRUE;
}

/* Where a list is of a block or the district, the panchayat is yet to be chosen. */
static gint64
gp_or_none (PatalWorkPane *self, gint64 place)
{
  g_auto (PatalUnit) unit = { .population = -1 };

  return place != 0 && patal_unit_load (patal_document_reader (self->document), place, &unit, NULL) && unit.level == PATAL_LEVEL_GP
             ? place : 0;
}

gboolean
patal_work_pane_begin (PatalWorkPane *self, gint64 gp)
{
  if (!settle_typed (self))
    return FALSE;
  load (self, 0);
  self->beginning = TRUE;
  self->work.gp = gp_or_none (self, gp);
  self->work.fy = patal_fy_of (patal_day_today ());
  show_work (self);
  patal_work_form_focus (self->form);
  return TRUE;
}

gint64
patal_work_pane_get_id (PatalWorkPane *self)
{
  return self->work.id;
}

const PatalWork *
patal_work_pane_get_work (PatalWorkPane *self)
{
  return self->work.id != 0 || self->beginning ? patal_work_form_get_work (self->form) : NULL;
}

/* --- its parts --- */

void
patal_work_pane_turn_to (PatalWorkPane *self, PatalWorkPart part)
{
  static const char *const names[] = {
    [PATAL_WORK_PART_WORK] = "work", [PATAL_WORK_PART_BOARD] = "board", [PATAL_WORK_PART_FILE] = "file",
  };

  gtk_stack_set_visible_child_name (self->parts, names[part]);
}

/* What is typed wrong stays in sight. */
static void
part_cb (PatalWorkPane *self)
{
  GtkWidget *next = gtk_stack_get_visible_child (self->parts);

  if (self->document == NULL || next == self->part)
    return;
  if (self->part != NULL && !settle_typed (self))
    gtk_stack_set_visible_child (self->parts, self->part);
  else
    self->part = next;
}

/* A frozen work has no field to go to. */
void
patal_work_pane_take_focus (PatalWorkPane *self)
{
  if (self->part == GTK_WIDGET (self->form) && patal_work_form_focus (self->form))
    return;
  if (!gtk_widget_child_focus (self->part, GTK_DIR_TAB_FORWARD))
    gtk_widget_child_focus (GTK_WIDGET (self->switcher), GTK_DIR_TAB_FORWARD);
}

void
patal_work_pane_focus_field (PatalWorkPane *self, const char *field)
{
  patal_work_pane_turn_to (self, PATAL_WORK_PART_WORK);
  patal_work_form_focus_field (self->form, field);
}

void
patal_work_pane_set_field (PatalWorkPane *self, const char *field, const char *value)
{
  patal_work_pane_turn_to (self, PATAL_WORK_PART_WORK);
  patal_work_form_set_field (self->form, field, value);
}

/* --- what happens to it --- */

static void
typed_cb (PatalWorkPane *self)
{
  show_heading (self);
  g_signal_emit (self, signals[TYPED], 0);
}

static void
saved_cb (PatalWorkPane *self, gint64 id)
{
  if (!self->beginning)
    return;
  if (load (self, id))
    show_work (self);
  g_signal_emit (self, signals[MADE], 0, id);
}

static void
reload (PatalWorkPane *self)
{
  if (load (self, self->work.id))
    {
      patal_work_form_refresh (self->form, &self->work);
      patal_board_record_form_set_work (self->board, &self->work);
      patal_work_file_list_set_work (self->file, &self->work);
      show_heading (self);
      update_state (self);
      return;
    }
  patal_document_drop_typed (self->document);
  show_work (self);
  g_signal_emit (self, signals[BACK], 0);
}

static void
changed_cb (PatalWorkPane *self, GStrv tables)
{
  const char *const *names = (const char *const *) tables;

  if (self->work.id == 0)
    return;
  if (patal_document_touches (names, "frozen"))
    update_state (self);
  if (patal_document_touches (names, "work") || patal_document_touches (names, "work_material"))
    reload (self);
  else if (patal_document_touches (names, "unit"))
    show_heading (self);
}

static void
back_cb (PatalWorkPane *self)
{
  if (settle_typed (self))
    g_signal_emit (self, signals[BACK], 0);
}

/* --- what the menu does --- */

static const char *
own_name (PatalWorkPane *self)
{
  return self->work.name_hi != NULL ? self->work.name_hi : self->work.name_en;
}

static void
freeze_cb (G_GNUC_UNUSED GSimpleAction *action, G_GNUC_UNUSED GVariant *parameter, gpointer user_data)
{
  PatalWorkPane *self = user_data;

  if (settle_typed (self))
    patal_freeze_record (self->document, PATAL_WORK_RECORD (self->work.id), own_name (self));
}

static void
unfreeze_cb (G_GNUC_UNUSED GSimpleAction *action, G_GNUC_UNUSED GVariant *parameter, gpointer user_data)
{
  PatalWorkPane *self = user_data;

  patal_unfreeze_record (GTK_WIDGET (self), self->document, PATAL_WORK_RECORD (self->work.id), own_name (self),
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
remove_work (PatalDb *db, gpointer data, GError **error)
{
  return patal_work_remove (db, ((Removal *) data)->id, error);
}

static gpointer
remove_job (PatalDb *db, gpointer data, G_GNUC_UNUSED const PatalProgress *progress, GError **error)
{
  return GINT_TO_POINTER (patal_db_edit (db, PATAL_LABEL (N_("Removed {1}"), ((Removal *) data)->name), remove_work, data, error));
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
  PatalWorkPane *self = user_data;
  Removal *removal = g_new (Removal, 1);

  patal_document_drop_typed (self->document);
  *removal = (Removal) { self->work.id, g_strdup (own_name (self)) };
  patal_document_write_async (self->document, remove_job, removal, removal_free, NULL, NULL, removed_cb, NULL);
}

static const GActionEntry pane_actions[] = {
  { .name = "freeze", .activate = freeze_cb },
  { .name = "unfreeze", .activate = unfreeze_cb },
  { .name = "remove", .activate = remove_cb },
};

static void
add_parts (PatalWorkPane *self)
{
  self->form = PATAL_WORK_FORM (patal_work_form_new (self->document));
  gtk_stack_add_titled (self->parts, GTK_WIDGET (self->form), "work", C_("part of a work", "Work"));
  self->board = PATAL_BOARD_RECORD_FORM (patal_board_record_form_new (self->document));
  gtk_stack_add_titled (self->parts, GTK_WIDGET (self->board), "board", C_("part of a work", "Board"));
  self->file = PATAL_WORK_FILE_LIST (patal_work_file_list_new (self->document));
  gtk_stack_add_titled (self->parts, GTK_WIDGET (self->file), "file", _("Work File"));
  self->history = g_object_new (PATAL_TYPE_HISTORY_LIST, NULL);
  patal_history_list_set_document (self->history, self->document);
  gtk_stack_add_titled (self->parts, GTK_WIDGET (self->history), "history", _("History"));
  self->part = GTK_WIDGET (self->form);
}

GtkWidget *
patal_work_pane_new (PatalDocument *document)
{
  PatalWorkPane *self = g_object_new (PATAL_TYPE_WORK_PANE, NULL);

  self->document = g_object_ref (document);
  add_parts (self);
  g_signal_connect_object (self->form, "typed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->form, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "settled", G_CALLBACK (update_state), self, G_CONNECT_SWAPPED);
  show_work (self);
  return GTK_WIDGET (self);
}

static void
patal_work_pane_dispose (GObject *object)
{
  PatalWorkPane *self = PATAL_WORK_PANE (object);

  self->part = NULL;
  g_clear_object (&self->actions);
  g_clear_object (&self->document);
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), PATAL_TYPE_WORK_PANE);
  G_OBJECT_CLASS (patal_work_pane_parent_class)->dispose (object);
}

static void
patal_work_pane_finalize (GObject *object)
{
  patal_work_clear (&PATAL_WORK_PANE (object)->work);
  G_OBJECT_CLASS (patal_work_pane_parent_class)->finalize (object);
}

static void
patal_work_pane_class_init (PatalWorkPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = patal_work_pane_dispose;
  G_OBJECT_CLASS (klass)->finalize = patal_work_pane_finalize;
  signals[BACK] = g_signal_new ("back", PATAL_TYPE_WORK_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[TYPED] = g_signal_new ("typed", PATAL_TYPE_WORK_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[MADE] = g_signal_new ("made", PATAL_TYPE_WORK_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/grampatal/GramPatal/ui/patal-work-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, PatalWorkPane, title);
  gtk_widget_class_bind_template_child (widget_class, PatalWorkPane, subtitle);
  gtk_widget_class_bind_template_child (widget_class, PatalWorkPane, frozen_box);
  gtk_widget_class_bind_template_child (widget_class, PatalWorkPane, menu_button);
  gtk_widget_class_bind_template_child (widget_class, PatalWorkPane, switcher);
  gtk_widget_class_bind_template_child (widget_class, PatalWorkPane, parts);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, part_cb);
}

static void
patal_work_pane_init (PatalWorkPane *self)
{
  patal_work_init (&self->work);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), pane_actions, G_N_ELEMENTS (pane_actions), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "work", G_ACTION_GROUP (self->actions));
}
