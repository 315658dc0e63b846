/* patal-batch-words.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-batch-words.h"
#include "patal-settings.h"
#include <glib/gi18n.h>

static char *
title_of (const PatalSceneBar *bar)
{
  /* Translators: the number of a batch and the name of its cluster */
  if (bar->cluster != NULL)
    return g_strdup_printf (_("Batch %d · %s"), bar->bar.no, bar->cluster);
  /* Translators: the numbers of a batch and of its cluster */
  return g_strdup_printf (_("Batch %d · cluster %d"), bar->bar.no, bar->cluster_no);
}

/* In further lanes of a venue the name is not said again. */
static const char *
venue_of (const PatalBatchScene *scene, const PatalSceneBar *bar)
{
  guint lane = bar->lane;

  while (lane > 0 && *g_array_index (scene->lanes, PatalSceneLane, lane).name == '\0'
         && g_array_index (scene->lanes, PatalSceneLane, lane - 1).venue == bar->bar.venue)
    lane--;
  return bar->bar.venue != 0 ? g_array_index (scene->lanes, PatalSceneLane, lane).name : _("no venue yet");
}

static void
add (GPtrArray *lines, char *line)
{
  g_ptr_array_add (lines, line);
}

static char *
joined (const PatalBatchScene *scene, const PatalSceneBar *bar, const char *between)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  guint block = g_array_index (scene->lanes, PatalSceneLane, bar->lane).block;

  add (lines, title_of (bar));
  /* Translators: a block and a venue in it */
  add (lines, g_strdup_printf (_("%s, %s"), g_array_index (scene->blocks, PatalSceneBlock, block).name, venue_of (scene, bar)));
  add (lines, patal_span_format (bar->bar.span, patal_settings_lang ()));
  /* Translators: what became of a batch, and how many are nominated in it */
  add (lines, g_strdup_printf (ngettext ("%s, %d person", "%s, %d people", bar->bar.heads), _(patal_batch_status_title (bar->bar.status)), bar->bar.heads));
  if (bar->bar.pinned)
    add (lines, g_strdup (_("Pinned: re-planning leaves it where it is")));
  if (bar->bar.conflict)
    add (lines, g_strdup (_("Its hall or one of its trainers is taken by another batch too")));
  if (bar->closed)
    add (lines, g_strdup (_("It falls on a day that is closed")));
  g_ptr_array_add (lines, NULL);
  return g_strjoinv (between, (char **) lines->pdata);
}

char *
patal_batch_words (const PatalBatchScene *scene, const PatalSceneBar *bar)
{
  return joined (scene, bar, "\n");
}

char *
patal_batch_words_line (const PatalBatchScene *scene, const PatalSceneBar *bar)
{
  return joined (scene, bar, " · ");
}
