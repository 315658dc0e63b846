/* patal-paper-actions.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-paper-actions.h"
#include "patal-papers-window.h"

static void
papers_cb (G_GNUC_UNUSED GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  PatalDocument *document = patal_window_get_document (user_data);
  gint64 training, batch;

  g_variant_get (parameter, "(xx)", &training, &batch);
  if (document != NULL)
    patal_papers_window_show (GTK_WIDGET (user_data), document, training, batch);
}

static const GActionEntry paper_actions[] = {
  { .name = "papers", .activate = papers_cb, .parameter_type = "(xx)" },
};

void
patal_paper_actions_add (PatalWindow *window)
{
  g_action_map_add_action_entries (G_ACTION_MAP (window), paper_actions, G_N_ELEMENTS (paper_actions), window);
}
