/* patal-moved-page.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-moved-page.h"
#include "patal-whereabouts.h"
#include <glib/gi18n.h>

struct _PatalMovedPage
{
  AdwBin         parent_instance;
  AdwStatusPage *status;
  GtkLabel      *note;
  GtkButton     *follow_button, *back_button;
};

G_DEFINE_FINAL_TYPE (PatalMovedPage, patal_moved_page, ADW_TYPE_BIN)

/* (transfer full): in markup, as a status page takes it. */
static char *
describe (const char *path, const char *now)
{
  g_autofree char *was = g_filename_display_name (path), *is = now != NULL ? g_filename_display_name (now) : NULL;

  if (is != NULL)
    return g_markup_printf_escaped (
      /* Translators: the first %s is the path that the file had, the second the one that it has now */
      _("While it was open here, somebody moved or renamed it, or its folder. Nothing is lost.\n\nIt was: %s\nIt is now: %s"), was, is);
  return g_markup_printf_escaped (
    /* Translators: %s is the path that the file had */
    _("While it was open here, somebody deleted it, replaced it, or moved it to another disk. This window still has all of it. "
      "Put it back or save a copy now: once the window is closed, it is gone.\n\nIt was: %s"), was);
}

void
patal_moved_page_show (PatalMovedPage *self, PatalDocument *document, const GError *error)
{
  g_autofree char *now = NULL, *description = NULL;
  gboolean elsewhere = patal_whereabouts_find (patal_document_reader (document), &now) == PATAL_WHEREABOUTS_ELSEWHERE;

  description = describe (patal_document_path (document), now);
  adw_status_page_set_title (self->status, elsewhere ? _("The file was moved or renamed") : _("The file was deleted"));
  adw_status_page_set_description (self->status, description);
  gtk_widget_set_visible (GTK_WIDGET (self->follow_button), elsewhere);
  gtk_widget_set_visible (GTK_WIDGET (self->back_button), patal_document_writable (document));
  gtk_label_set_text (self->note, error != NULL ? error->message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), error != NULL);
}

GtkWidget *
patal_moved_page_new (void)
{
  return g_object_new (PATAL_TYPE_MOVED_PAGE, NULL);
}

static void
patal_moved_page_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), PATAL_TYPE_MOVED_PAGE);
  G_OBJECT_CLASS (patal_moved_page_parent_class)->dispose (object);
}

static void
patal_moved_page_class_init (PatalMovedPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = patal_moved_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/grampatal/GramPatal/ui/patal-moved-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PatalMovedPage, status);
  gtk_widget_class_bind_template_child (widget_class, PatalMovedPage, note);
  gtk_widget_class_bind_template_child (widget_class, PatalMovedPage, follow_button);
  gtk_widget_class_bind_template_child (widget_class, PatalMovedPage, back_button);
}

static void
patal_moved_page_init (PatalMovedPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
