/* patal-window.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-window.h"
#include "patal-daily-backup.h"
#include "patal-edit-toasts.h"
#include "patal-file-actions.h"
#include "patal-paper-actions.h"
#include "patal-file-title.h"
#include "patal-file-watch.h"
#include "patal-help-overlay.h"
#include "patal-moved-page.h"
#include "patal-search-button.h"
#include "patal-settings.h"
#include "patal-trouble-page.h"
#include "patal-turn-bar.h"
#include "patal-undo-buttons.h"
#include "patal-unsaved-question.h"
#include "patal-wait-page.h"
#include "patal-welcome-page.h"
#include "patal-whereabouts.h"
#include <glib/gi18n.h>

#define DAILY_BACKUP_AFTER_S 3 /* the first lists come before it */
#define DECISION_SECONDS 10 /* how long a line stays that offers a button, since it must be read first */

struct _PatalWindow
{
  AdwApplicationWindow   parent_instance;
  GtkToggleButton       *sidebar_button;
  PatalUndoButtons      *undo_buttons;
  AdwViewSwitcherTitle  *switcher_title;
  GtkMenuButton         *menu_button;
  PatalSearchButton     *search_button;
  GtkInfoBar            *trouble_bar;
  GtkLabel              *trouble_label;
  AdwToastOverlay       *toasts;
  PatalTurnBar          *turn_bar;
  AdwToast              *busy_toast; /* (nullable): of patal_window_busy() */
  GtkStack              *content;
  PatalWaitPage         *waiting;
  AdwViewStack          *stack; /* of the tabs */
  GMenu                 *recent_menu;
  PatalTabs             *tabs; /* NULL until a file is open */
  GtkWidget             *welcome, *trouble, *moved; /* made when they are first needed */
  PatalDocument         *document; /* with the two below it: while a file is open */
  PatalEditToasts       *edit_toasts;
  PatalFileWatch        *watch;
  char                  *path;
  GCancellable          *cancellable; /* of an opening */
  guint                  backup_timer;
};

G_DEFINE_FINAL_TYPE (PatalWindow, patal_window, ADW_TYPE_APPLICATION_WINDOW)

/* The file is open, but not where it was opened, and that is what shows. */
static gboolean
is_astray (PatalWindow *self)
{
  return self->watch != NULL && patal_file_watch_is_astray (self->watch);
}

PatalTabs *
patal_window_get_tabs (PatalWindow *self)
{
  return self->tabs;
}

/* Which actions make sense with a file, and which need one that can be written. */
static void
update_actions (PatalWindow *self)
{
  static const char *const with_file[] = { "search", "export", "print", "journal", "backups", "board-settings", "sidebar", "section", "tab" };
  gboolean open = self->document != NULL && !is_astray (self);
  gboolean writable = open && patal_document_writable (self->document);
  g_autofree char *undo = NULL, *redo = NULL;

  if (open)
    g_object_get (self->document, "undo-label", &undo, "redo-label", &redo, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (with_file); i++)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), with_file[i])), open);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), "save-copy")), self->document != NULL);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), "import")), writable);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), "undo")),
                               writable && undo != NULL);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), "redo")),
                               writable && redo != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->sidebar_button), open && patal_tabs_get_boards (self->tabs) == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->undo_buttons), open);
  gtk_widget_set_visible (GTK_WIDGET (self->search_button), open);
}

void
patal_window_toast (PatalWindow *self, const char *sentence, const char *button, const char *action, GVariant *target)
{
  g_autofree char *plain = g_markup_escape_text (sentence, -1); /* a toast's title is markup; names may hold & */
  AdwToast *toast = adw_toast_new (plain);

  if (button != NULL)
    {
      adw_toast_set_button_label (toast, button);
      adw_toast_set_action_target_value (toast, target);
      adw_toast_set_action_name (toast, action);
      adw_toast_set_timeout (toast, DECISION_SECONDS);
    }
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static gboolean
dismiss_cb (gpointer toast)
{
  adw_toast_dismiss (toast);
  return G_SOURCE_REMOVE;
}

/* What took a moment only: its line is let come whole before it goes; see patal-edit-toasts.c. */
#define BUSY_MS 1000

void
patal_window_busy (PatalWindow *self, const char *sentence)
{
  if (self->busy_toast != NULL)
    g_timeout_add_full (G_PRIORITY_DEFAULT, BUSY_MS, dismiss_cb, g_steal_pointer (&self->busy_toast), g_object_unref);
  if (sentence == NULL)
    return;
  self->busy_toast = adw_toast_new (sentence);
  adw_toast_set_timeout (self->busy_toast, 0);
  adw_toast_overlay_add_toast (self->toasts, g_object_ref (self->busy_toast));
}

static void
notice_cb (PatalWindow *self, const char *sentence)
{
  patal_window_toast (self, sentence, NULL, NULL, NULL);
}

/* With its file: two copies of one district are told apart. */
static void
show_title (PatalWindow *self, const char *title)
{
  g_autofree char *file = self->path != NULL ? g_filename_display_basename (self->path) : NULL;
  g_autofree char *named = title != NULL && file != NULL ? g_strdup_printf ("%s · %s", title, file) : g_strdup (title);
  g_autofree char *whole = named != NULL ? g_strdup_printf ("%s · %s", named, _("Gram Patal")) : g_strdup (_("Gram Patal"));

  adw_view_switcher_title_set_title (self->switcher_title, title != NULL ? title : _("Gram Patal"));
  adw_view_switcher_title_set_subtitle (self->switcher_title, file != NULL ? file : "");
  gtk_window_set_title (GTK_WINDOW (self), whole);
}

static void
title_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PatalWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *title = patal_file_title_read_finish (PATAL_DOCUMENT (source), result, &error);

  if (self->document == PATAL_DOCUMENT (source) && title != NULL)
    show_title (self, title);
}

static void
update_title (PatalWindow *self)
{
  if (self->document == NULL)
    {
      show_title (self, NULL);
      return;
    }
  patal_file_title_read_async (self->document, title_read_cb, g_object_ref (self));
}

static void
changed_cb (PatalWindow *self, GStrv tables)
{
  if (patal_document_touches ((const char *const *) tables, "unit"))
    update_title (self);
}

static void
fill_recent (PatalWindow *self)
{
  g_auto (GStrv) recent = patal_settings_recent ();

  g_menu_remove_all (self->recent_menu);
  for (char **path = recent; *path != NULL; path++)
    {
      g_autofree char *name = g_filename_display_basename (*path);
      g_autoptr (GMenuItem) item = g_menu_item_new (name, NULL);

      g_menu_item_set_action_and_target (item, "app.open-recent", "s", *path);
      g_menu_append_item (self->recent_menu, item);
    }
}

static void
show_welcome (PatalWindow *self)
{
  if (self->welcome == NULL)
    {
      self->welcome = patal_welcome_page_new ();
      gtk_stack_add_named (self->content, self->welcome, "welcome");
    }
  patal_welcome_page_refresh (PATAL_WELCOME_PAGE (self->welcome));
  gtk_stack_set_visible_child (self->content, self->welcome);
}

static void
show_trouble (PatalWindow *self, const GError *error)
{
  if (self->trouble == NULL)
    {
      self->trouble = patal_trouble_page_new ();
      gtk_stack_add_named (self->content, self->trouble, "trouble");
    }
  patal_settings_set_trouble (self->path);
  patal_trouble_page_show (PATAL_TROUBLE_PAGE (self->trouble), self->path, error);
  gtk_stack_set_visible_child (self->content, self->trouble);
  update_actions (self);
  update_title (self);
}

static void
show_moved (PatalWindow *self, const GError *error)
{
  if (self->moved == NULL)
    {
      self->moved = patal_moved_page_new ();
      gtk_stack_add_named (self->content, self->moved, "moved");
    }
  patal_moved_page_show (PATAL_MOVED_PAGE (self->moved), self->document, error);
  gtk_stack_set_visible_child (self->content, self->moved);
}

/* Removed, not only hidden: a screen reader would still find it. */
static void
drop_moved (PatalWindow *self)
{
  if (self->moved != NULL)
    gtk_stack_remove (self->content, self->moved);
  self->moved = NULL;
}

/* Whoever has put the file back under its name, here or in a file manager, goes on where they were. */
static void
looked_cb (PatalWindow *self)
{
  gboolean before = self->moved != NULL;

  if (is_astray (self))
    show_moved (self, NULL);
  else if (before)
    {
      gtk_stack_set_visible_child_name (self->content, "file");
      drop_moved (self);
    }
  if (is_astray (self) != before)
    update_actions (self);
}

static void
look_around (PatalWindow *self)
{
  if (self->watch != NULL)
    patal_file_watch_look (self->watch);
}

static gboolean
daily_backup_due_cb (gpointer user_data)
{
  PatalWindow *self = user_data;

  look_around (self);
  if (is_astray (self))
    return G_SOURCE_CONTINUE; /* what has become of the file shows; its backup waits until it is back */
  self->backup_timer = 0;
  if (self->document != NULL && patal_document_writable (self->document))
    patal_daily_backup_make (self->document);
  return G_SOURCE_REMOVE;
}

static void
settled_cb (PatalWindow *self)
{
  const GError *trouble = patal_document_trouble (self->document);

  if (trouble != NULL)
    {
      g_autofree char *whole = NULL;

      /* Translators: %s is a sentence that says why the file cannot be written */
      whole = g_strdup_printf (_("You can read and export, but not change anything: %s"), trouble->message);
      gtk_label_set_text (self->trouble_label, whole);
    }
  else if (self->backup_timer == 0)
    self->backup_timer = g_timeout_add_seconds (DAILY_BACKUP_AFTER_S, daily_backup_due_cb, self);
  gtk_info_bar_set_revealed (self->trouble_bar, trouble != NULL);
  update_actions (self);
}

static void
section_notify_cb (PatalWindow *self)
{
  const char *section = patal_district_page_get_section (patal_tabs_get_district (self->tabs));
  g_autofree char *last = g_settings_get_string (patal_settings (), "last-section");

  g_simple_action_set_state (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), "section")),
                             g_variant_new_string (section));
  if (!g_str_equal (section, last)) /* a write may wait for the disk */
    g_settings_set_string (patal_settings (), "last-section", section);
}

static void
show_file (PatalWindow *self)
{
  g_autofree char *section = g_settings_get_string (patal_settings (), "last-section");
  PatalDistrictPage *district;

  g_signal_connect_object (self->document, "notice", G_CALLBACK (notice_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "settled", G_CALLBACK (settled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "notify::undo-label", G_CALLBACK (update_actions), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "notify::redo-label", G_CALLBACK (update_actions), self, G_CONNECT_SWAPPED);
  patal_document_start (self->document);
  self->edit_toasts = patal_edit_toasts_new (self->toasts, self->document);
  patal_turn_bar_set_document (self->turn_bar, self->document);
  self->watch = patal_file_watch_new (self->document);
  g_signal_connect_object (self->watch, "looked", G_CALLBACK (looked_cb), self, G_CONNECT_SWAPPED);

  self->tabs = patal_tabs_new (self->stack, self->document, g_action_map_lookup_action (G_ACTION_MAP (self), "sidebar"));
  g_signal_connect_object (self->tabs, "notify::shown", G_CALLBACK (update_actions), self, G_CONNECT_SWAPPED);
  district = patal_tabs_get_district (self->tabs);
  g_signal_connect_object (district, "notify::section", G_CALLBACK (section_notify_cb), self, G_CONNECT_SWAPPED);
  patal_district_page_set_section (district, section);
  patal_search_button_set_document (self->search_button, self->document);
  gtk_stack_set_visible_child_name (self->content, "file");
  patal_settings_add_recent (self->path);
  fill_recent (self);
  patal_undo_buttons_set_document (self->undo_buttons, self->document);
  update_actions (self);
  show_title (self, NULL);
  update_title (self);
}

static void open_now (PatalWindow *self);

static void
migrated_cb (G_GNUC_UNUSED GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PatalWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (patal_document_migrate_finish (result, &error))
    open_now (self);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_trouble (self, error);
}

void
patal_window_wait (PatalWindow *self, const char *sentence)
{
  patal_wait_page_say (self->waiting, sentence);
  gtk_stack_set_visible_child (self->content, GTK_WIDGET (self->waiting));
}

static void
migrating_cb (gpointer user_data, double share)
{
  patal_wait_page_set_share (PATAL_WINDOW (user_data)->waiting, share);
}

static void
open_now (PatalWindow *self)
{
  g_autoptr (GError) error = NULL;

  self->document = patal_document_new (self->path, &error);
  if (self->document != NULL)
    {
      show_file (self);
      return;
    }
  if (!g_error_matches (error, PATAL_DB_ERROR, PATAL_DB_ERROR_CONFLICT))
    {
      show_trouble (self, error);
      return;
    }
  patal_window_wait (self, _("This file is of an older version. It is being brought up to date; a backup is made first."));
  patal_document_migrate_async (self->path, migrating_cb, self->cancellable, migrated_cb, g_object_ref (self));
}

void
patal_window_release (PatalWindow *self)
{
  g_clear_handle_id (&self->backup_timer, g_source_remove);
  if (self->document == NULL)
    return;
  g_clear_object (&self->edit_toasts);
  patal_tabs_let_go (self->tabs);
  g_clear_object (&self->watch);
  drop_moved (self);
  patal_search_button_set_document (self->search_button, NULL);
  g_signal_handlers_disconnect_by_data (self->document, self);
  patal_document_stop (self->document);
  patal_tabs_close (self->tabs);
  g_clear_object (&self->tabs);
  gtk_info_bar_set_revealed (self->trouble_bar, FALSE);
  patal_undo_buttons_set_document (self->undo_buttons, NULL);
  patal_turn_bar_set_document (self->turn_bar, NULL);
  g_clear_object (&self->document);
  update_actions (self);
}

void
patal_window_open (PatalWindow *self, const char *path)
{
  g_autofree char *whole = g_strdup (path); /* it may be our own */

  g_return_if_fail (PATAL_IS_WINDOW (self) && path != NULL);

  g_cancellable_cancel (self->cancellable);
  g_set_object (&self->cancellable, NULL);
  self->cancellable = g_cancellable_new ();
  patal_window_release (self);
  g_free (self->path);
  self->path = g_steal_pointer (&whole);
  open_now (self);
}

const char *
patal_window_get_path (PatalWindow *self)
{
  return self->path;
}

PatalDocument *
patal_window_get_document (PatalWindow *self)
{
  return self->document;
}

/* --- actions --- */

static void
search_cb (G_GNUC_UNUSED GSimpleAction *action, G_GNUC_UNUSED GVariant *parameter, gpointer user_data)
{
  patal_search_button_popup (PATAL_WINDOW (user_data)->search_button);
}

static void
show_record_cb (G_GNUC_UNUSED GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  PatalWindow *self = user_data;
  const char *kind;
  gint64 id;

  g_variant_get (parameter, "(&sx)", &kind, &id);
  if (self->tabs != NULL)
    patal_tabs_show_record (self->tabs, kind, id);
}

static void
show_posts_cb (G_GNUC_UNUSED GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  PatalWindow *self = user_data;

  if (self->tabs == NULL)
    return;
  patal_tabs_show (self->tabs, "district");
  patal_district_page_show_posts (patal_tabs_get_district (self->tabs), g_variant_get_int64 (parameter));
}

static void
put_back_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PatalWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean back = patal_file_watch_put_back_finish (PATAL_FILE_WATCH (source), result, &error);

  if (self->watch != PATAL_FILE_WATCH (source))
    return;
  if (!back)
    {
      if (is_astray (self))
        show_moved (self, error);
      return;
    }
  if (is_astray (self)) /* it is a new file, of which only its content is the old one's */
    patal_window_open (self, self->path);
  patal_window_toast (self, _("The file is where it was"), NULL, NULL, NULL);
}

static void
put_back_now (PatalWindow *self, G_GNUC_UNUSED gpointer data)
{
  if (self->watch != NULL)
    patal_file_watch_put_back_async (self->watch, put_back_done_cb, g_object_ref (self));
}

/* A file that only gets its name back goes on with what is typed; one that is written anew is opened anew, without it. */
static void
put_back_cb (G_GNUC_UNUSED GSimpleAction *action, G_GNUC_UNUSED GVariant *parameter, gpointer user_data)
{
  PatalWindow *self = user_data;
  gboolean anew = self->document != NULL
                  && patal_whereabouts_find (patal_document_reader (self->document), NULL) == PATAL_WHEREABOUTS_NOWHERE;

  if (!anew || patal_window_leave (self, _("Put it back without what is typed?"), _("_Discard and Put Back"), put_back_now, NULL, NULL))
    put_back_now (self, NULL);
}

static void
follow_now (PatalWindow *self, G_GNUC_UNUSED gpointer data)
{
  g_autofree char *now = NULL;

  if (self->document != NULL
      && patal_whereabouts_find (patal_document_reader (self->document), &now) == PATAL_WHEREABOUTS_ELSEWHERE)
    patal_window_open (self, now);
  else
    look_around (self);
}

static void
follow_cb (G_GNUC_UNUSED GSimpleAction *action, G_GNUC_UNUSED GVariant *parameter, gpointer user_data)
{
  PatalWindow *self = user_data;

  if (patal_window_leave (self, _("Open without what is typed?"), _("_Discard and Open"), follow_now, NULL, NULL))
    follow_now (self, NULL);
}

static void
welcome_cb (G_GNUC_UNUSED GSimpleAction *action, G_GNUC_UNUSED GVariant *parameter, gpointer user_data)
{
  PatalWindow *self = user_data;

  if (self->document != NULL || self->path == NULL)
    return;
  g_clear_pointer (&self->path, g_free);
  update_title (self);
  show_welcome (self);
}

static void
menu_cb (G_GNUC_UNUSED GSimpleAction *action, G_GNUC_UNUSED GVariant *parameter, gpointer user_data)
{
  gtk_menu_button_popup (PATAL_WINDOW (user_data)->menu_button);
}

static void
show_help_overlay_cb (G_GNUC_UNUSED GSimpleAction *action, G_GNUC_UNUSED GVariant *parameter, gpointer user_data)
{
  patal_help_overlay_show (GTK_APPLICATION_WINDOW (user_data));
}

static void
sidebar_cb (GSimpleAction *action, GVariant *state, G_GNUC_UNUSED gpointer user_data)
{
  g_simple_action_set_state (action, state);
  g_settings_set_boolean (patal_settings (), "sidebar-shown", g_variant_get_boolean (state));
}

static void
section_cb (G_GNUC_UNUSED GSimpleAction *action, GVariant *state, gpointer user_data)
{
  PatalWindow *self = user_data;

  if (self->tabs == NULL)
    return;
  patal_tabs_show (self->tabs, "district");
  patal_district_page_set_section (patal_tabs_get_district (self->tabs), g_variant_get_string (state, NULL));
  patal_district_page_take_focus (patal_tabs_get_district (self->tabs));
}

static void
tab_action_cb (G_GNUC_UNUSED GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  PatalWindow *self = user_data;

  patal_tabs_show (self->tabs, g_variant_get_string (parameter, NULL));
  if (patal_tabs_get_boards (self->tabs) != NULL)
    patal_boards_page_take_focus (patal_tabs_get_boards (self->tabs));
}

static const GActionEntry window_actions[] = {
  { .name = "search", .activate = search_cb },
  { .name = "show-record", .activate = show_record_cb, .parameter_type = "(sx)" },
  { .name = "show-posts", .activate = show_posts_cb, .parameter_type = "x" },
  { .name = "put-back", .activate = put_back_cb },
  { .name = "follow", .activate = follow_cb },
  { .name = "welcome", .activate = welcome_cb },
  { .name = "menu", .activate = menu_cb },
  { .name = "show-help-overlay", .activate = show_help_overlay_cb },
  { .name = "sidebar", .state = "true", .change_state = sidebar_cb },
  { .name = "section", .parameter_type = "s", .state = "'units'", .change_state = section_cb },
  { .name = "tab", .activate = tab_action_cb, .parameter_type = "s" },
};

/* --- the object --- */

/* What is typed, right or not, is in the form behind the page that says so, and comes back when the file does. */
static gboolean
leave_astray (PatalWindow *self, const char *heading, const char *discard, PatalWindowLeft left, gpointer data,
              GDestroyNotify data_free)
{
  if (patal_document_has_typed (self->document))
    {
      patal_unsaved_question_ask (self, heading,
                                  _("What is typed for a place is not saved yet, and cannot be while the file is not where it was."),
                                  discard, left, data, data_free);
      return FALSE;
    }
  if (data_free != NULL)
    data_free (data);
  return TRUE;
}

gboolean
patal_window_leave (PatalWindow *self, const char *heading, const char *discard, PatalWindowLeft left, gpointer data,
                    GDestroyNotify data_free)
{
  const char *sentence;

  if (is_astray (self))
    return leave_astray (self, heading, discard, left, data, data_free);
  sentence = self->tabs != NULL ? patal_tabs_leave (self->tabs) : NULL;
  if (sentence == NULL)
    {
      if (data_free != NULL)
        data_free (data);
      return TRUE;
    }
  patal_unsaved_question_ask (self, heading, sentence, discard, left, data, data_free);
  return FALSE;
}

static void
close_now (PatalWindow *self, G_GNUC_UNUSED gpointer data)
{
  gtk_window_close (GTK_WINDOW (self));
}

static gboolean
close_request_cb (GtkWindow *window)
{
  PatalWindow *self = PATAL_WINDOW (window);
  gboolean told;
  int width, height;

  gtk_window_get_default_size (window, &width, &height);
  if (!gtk_window_is_maximized (window))
    {
      g_settings_set_int (patal_settings (), "window-width", width);
      g_settings_set_int (patal_settings (), "window-height", height);
    }
  g_settings_set_boolean (patal_settings (), "window-maximized", gtk_window_is_maximized (window));
  told = is_astray (self);
  look_around (self);
  if (is_astray (self) && !told)
    return GDK_EVENT_STOP; /* only now they see what has become of the file; whoever closes once more means it */
  if (!patal_window_leave (self, _("Close without saving?"), _("_Discard and Close"), close_now, NULL, NULL))
    return GDK_EVENT_STOP;
  g_cancellable_cancel (self->cancellable);
  patal_window_release (self);
  return GDK_EVENT_PROPAGATE;
}

/* The welcome is built only where it is seen: most starts open a file, and should be quick. */
static void
patal_window_show (GtkWidget *widget)
{
  if (PATAL_WINDOW (widget)->path == NULL)
    show_welcome (PATAL_WINDOW (widget));
  GTK_WIDGET_CLASS (patal_window_parent_class)->show (widget);
}

PatalWindow *
patal_window_new (PatalApplication *app)
{
  return g_object_new (PATAL_TYPE_WINDOW, "application", app, NULL);
}

static void
patal_window_dispose (GObject *object)
{
  PatalWindow *self = PATAL_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->backup_timer, g_source_remove);
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_object (&self->busy_toast);
  g_clear_object (&self->edit_toasts);
  g_clear_object (&self->tabs);
  g_clear_object (&self->watch);
  g_clear_object (&self->document);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (patal_window_parent_class)->dispose (object);
}

static void
patal_window_finalize (GObject *object)
{
  g_free (PATAL_WINDOW (object)->path);
  G_OBJECT_CLASS (patal_window_parent_class)->finalize (object);
}

static void
patal_window_class_init (PatalWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = patal_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = patal_window_finalize;
  widget_class->show = patal_window_show;
  GTK_WINDOW_CLASS (klass)->close_request = close_request_cb;

  g_type_ensure (PATAL_TYPE_SEARCH_BUTTON);
  g_type_ensure (PATAL_TYPE_TURN_BAR);
  g_type_ensure (PATAL_TYPE_UNDO_BUTTONS);
  g_type_ensure (PATAL_TYPE_WAIT_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/grampatal/GramPatal/ui/patal-window.ui");
  gtk_widget_class_bind_template_child (widget_class, PatalWindow, sidebar_button);
  gtk_widget_class_bind_template_child (widget_class, PatalWindow, undo_buttons);
  gtk_widget_class_bind_template_child (widget_class, PatalWindow, switcher_title);
  gtk_widget_class_bind_template_child (widget_class, PatalWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, PatalWindow, search_button);
  gtk_widget_class_bind_template_child (widget_class, PatalWindow, trouble_bar);
  gtk_widget_class_bind_template_child (widget_class, PatalWindow, trouble_label);
  gtk_widget_class_bind_template_child (widget_class, PatalWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, PatalWindow, turn_bar);
  gtk_widget_class_bind_template_child (widget_class, PatalWindow, content);
  gtk_widget_class_bind_template_child (widget_class, PatalWindow, waiting);
  gtk_widget_class_bind_template_child (widget_class, PatalWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, PatalWindow, recent_menu);
}

static void
patal_window_init (PatalWindow *self)
{
  GSettings *settings = patal_settings ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_action_map_add_action_entries (G_ACTION_MAP (self), window_actions, G_N_ELEMENTS (window_actions), self);
  patal_file_actions_add (self);
  patal_paper_actions_add (self);
  g_action_change_state (g_action_map_lookup_action (G_ACTION_MAP (self), "sidebar"),
                         g_settings_get_value (settings, "sidebar-shown"));
  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (settings, "window-width"),
                               g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  g_signal_connect (self, "notify::is-active", G_CALLBACK (look_around), NULL);
  fill_recent (self);
  update_actions (self);
  update_title (self);
}
