/* patal-edit-toasts.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-edit-toasts.h"
#include <glib/gi18n.h>

struct _PatalEditToasts
{
  GObject          parent_instance;
  AdwToastOverlay *overlay;
  AdwToast        *toast; /* borrowed: the one that shows; else NULL */
  gint64           added; /* when, in microseconds of the monotonic clock */
};

/* libadwaita 1.2 lets go of a toast whose hiding ends before its coming does, and then touches it: one that has just come (half a second where it takes
 * another's place) is not dismissed. */
#define COMING_US (2 * G_USEC_PER_SEC)

G_DEFINE_FINAL_TYPE (PatalEditToasts, patal_edit_toasts, G_TYPE_OBJECT)

static void
gone_cb (PatalEditToasts *self, AdwToast *toast)
{
  if (self->toast == toast)
    self->toast = NULL;
}

static void
word (AdwToast *toast, const char *plain, const char *button, const char *action)
{
  adw_toast_set_title (toast, plain);
  adw_toast_set_button_label (toast, button);
  adw_toast_set_action_name (toast, action);
}

/* One line for each edit would queue up while somebody types through a list: the newest takes the place of the one before, or its words. */
static void
say (PatalEditToasts *self, const char *sentence, const char *button, const char *action)
{
  g_autofree char *plain = g_markup_escape_text (sentence, -1); /* a toast's title is markup; names may hold & */
  AdwToast *toast;

  if (self->toast != NULL && g_get_monotonic_time () - self->added < COMING_US)
    {
      word (self->toast, plain, button, action);
      return;
    }
  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  toast = adw_toast_new ("");
  word (toast, plain, button, action);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (gone_cb), self, G_CONNECT_SWAPPED);
  self->toast = toast;
  self->added = g_get_monotonic_time ();
  adw_toast_overlay_add_toast (self->overlay, toast);
}

static void
edited_cb (PatalEditToasts *self, const char *label)
{
  say (self, label, _("_Undo"), "win.undo-edit");
}

static void
undone_cb (PatalEditToasts *self, const char *label)
{
  /* Translators: %s is what an edit had done, as a sentence of the journal */
  g_autofree char *sentence = g_strdup_printf (_("Undone: %s"), label);

  say (self, sentence, _("_Redo"), "win.redo");
}

static void
redone_cb (PatalEditToasts *self, const char *label)
{
  /* Translators: %s is what an edit had done, as a sentence of the journal */
  g_autofree char *sentence = g_strdup_printf (_("Done again: %s"), label);

  say (self, sentence, _("_Undo"), "win.undo-edit");
}

PatalEditToasts *
patal_edit_toasts_new (AdwToastOverlay *overlay, PatalDocument *document)
{
  PatalEditToasts *self = g_object_new (PATAL_TYPE_EDIT_TOASTS, NULL);

  self->overlay = g_object_ref (overlay);
  g_signal_connect_object (document, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "undone", G_CALLBACK (undone_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "redone", G_CALLBACK (redone_cb), self, G_CONNECT_SWAPPED);
  return self;
}

static void
patal_edit_toasts_dispose (GObject *object)
{
  PatalEditToasts *self = PATAL_EDIT_TOASTS (object);

  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  g_clear_object (&self->overlay);
  G_OBJECT_CLASS (patal_edit_toasts_parent_class)->dispose (object);
}

static void
patal_edit_toasts_class_init (PatalEditToastsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = patal_edit_toasts_dispose;
}

static void
patal_edit_toasts_init (G_GNUC_UNUSED PatalEditToasts *self)
{
}
