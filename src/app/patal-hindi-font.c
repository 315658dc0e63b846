/* patal-hindi-font.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-hindi-font.h"

#define KA 0x0915u /* क */

static gboolean
has_devanagari (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontset *fonts = pango_context_load_fontset (context, pango_context_get_font_description (context),
                                                    pango_language_from_string ("hi"));
  g_autoptr (PangoFont) font = pango_fontset_get_font (fonts, KA);

  g_object_unref (fonts);
  return font != NULL && pango_font_has_char (font, KA);
}

void
patal_hindi_font_check (GtkWindow *window)
{
  static gboolean done;
  GtkWidget *dialog;

  if (done || has_devanagari (GTK_WIDGET (window)))
    return;
  done = TRUE;
  /* In English, whatever the language: in Hindi it would be a row of boxes. */
  dialog = adw_message_dialog_new (window, "No Font for Hindi",
                                   "This computer has no font with Devanagari letters, so Hindi shows as boxes. Install the package "
                                   "fonts-noto-core (sudo apt install fonts-noto-core), then start Gram Patal again.");
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", "Close");
  gtk_window_present (GTK_WINDOW (dialog));
}
