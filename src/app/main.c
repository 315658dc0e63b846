/* main.c: gram-patal, the window
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-application.h"
#include "patal-desk.h"
#include "patal-settings.h"
#include <glib/gi18n.h>

int
main (int argc, char **argv)
{
  g_autoptr (PatalApplication) app = NULL;

  /* Pango reads the system's fonts in a thread, from its first font map on: begun here, it is done when the first line is set. */
  pango_cairo_font_map_get_default ();
  patal_desk_init_language (patal_settings_lang ()); /* before anything asks for a word */
  g_set_application_name (_("Gram Patal"));
  gtk_window_set_default_icon_name (PATAL_APP_ID);
  app = patal_application_new ();
  return g_application_run (G_APPLICATION (app), argc, argv);
}
