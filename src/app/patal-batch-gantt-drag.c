/* patal-batch-gantt-drag.c: a bar taken to another day or venue
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-batch-gantt-private.h"
#include <glib/gi18n.h>
#include <math.h>

#define MOST_WORDS 4 /* sentences beside the pointer */

void
gantt_drag_end (PatalBatchGantt *self)
{
  g_clear_pointer (&self->drag.mover, patal_batch_mover_free);
  g_clear_pointer (&self->drag.words, g_free);
  self->drag = (GanttDrag) { 0 };
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gint64
venue_wanted (PatalBatchGantt *self)
{
  const PatalBatchScene *scene = self->scene;
  gint64 own = g_array_index (scene->bars, PatalSceneBar, self->drag.bar).bar.venue;
  gint64 there = self->drag.lane != GANTT_NO_LANE ? g_array_index (scene->lanes, PatalSceneLane, self->drag.lane).venue : own;

  return there != own ? there : 0;
}

/* What the drop would say, said before; the hard rules first. */
static void
ask (PatalBatchGantt *self)
{
  GanttDrag *drag = &self->drag;
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  const GPtrArray *findings = patal_batch_mover_ask (drag->mover, &(PatalBatchMove) { .start = drag->day, .venue = venue_wanted (self) }, &error);
  guint said = 0;

  drag->refused = findings == NULL || !patal_findings_allow (findings, NULL);
  for (PatalRuleWeight weight = PATAL_RULE_HARD; findings != NULL && weight <= PATAL_RULE_WARNS; weight++)
    for (guint i = 0; i < findings->len; i++)
      {
        const PatalTrainingFinding *finding = g_ptr_array_index (findings, i);

        if (finding->weight == weight && said++ < MOST_WORDS)
          g_string_append_printf (words, "%s%s", words->len > 0 ? "\n" : "", finding->text);
      }
  if (said > MOST_WORDS)
    /* Translators: how many more things are wrong with the day to which a batch is dragged */
    g_string_append_printf (words, ngettext ("\nand %u more", "\nand %u more", said - MOST_WORDS), said - MOST_WORDS);
  g_free (drag->words);
  drag->words = findings == NULL ? g_strdup (error->message) : words->len > 0 ? g_strdup (words->str) : NULL;
}

static void
begin_cb (PatalBatchGantt *self, double x, double y)
{
  guint bar;

  if (!gantt_bar_at (self, x, y, &bar))
    return;
  self->drag.bar = bar;
  self->drag.grab_px = x - gantt_x (self, g_array_index (self->scene->bars, PatalSceneBar, bar).bar.span.from);
}

/* A click is no drag: only from the first few pixels on. */
static gboolean
take (PatalBatchGantt *self, GtkGestureDrag *gesture, double dx, double dy)
{
  double x, y;
  guint bar;
  g_autoptr (GError) error = NULL;

  if (self->drag.mover != NULL)
    return TRUE;
  if (fabs (dx) + fabs (dy) < 5 || !gtk_gesture_drag_get_start_point (gesture, &x, &y) || !gantt_bar_at (self, x, y, &bar)
      || !patal_document_writable (self->document))
    return FALSE;
  self->drag.mover = patal_batch_mover_new (patal_document_reader (self->document), g_array_index (self->scene->bars, PatalSceneBar, bar).bar.id,
                                            patal_day_today (), NULL, &error);
  if (self->drag.mover == NULL)
    {
      patal_document_complain (self->document, error);
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return FALSE;
    }
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  return TRUE;
}

static void
update_cb (PatalBatchGantt *self, double dx, double dy, GtkGestureDrag *gesture)
{
  GanttDrag *drag = &self->drag;
  double x, y;
  guint lane;
  PatalDay day;

  if (self->scene == NULL || !take (self, gesture, dx, dy))
    return;
  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  drag->x = x + dx;
  drag->y = y + dy;
  day = gantt_day_at (self, drag->x - drag->grab_px + self->day_px / 2);
  day = CLAMP (day, self->scene->span.from, self->scene->span.to);
  lane = gantt_lane_at (self, drag->y);
  if (day != drag->day || lane != drag->lane)
    {
      drag->day = day;
      drag->lane = lane;
      ask (self);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
end_cb (PatalBatchGantt *self)
{
  GanttDrag drag = self->drag;
  const PatalSceneBar *bar;
  gint64 venue;

  if (drag.mover == NULL)
    return;
  bar = &g_array_index (self->scene->bars, PatalSceneBar, drag.bar);
  venue = venue_wanted (self);
  gantt_drag_end (self);
  if (drag.day != bar->bar.span.from || venue != 0)
    gantt_emit_drop (self, drag.bar, drag.day, venue);
}

void
gantt_drag_attach (PatalBatchGantt *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (begin_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (update_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-end", G_CALLBACK (end_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "cancel", G_CALLBACK (gantt_drag_end), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}
