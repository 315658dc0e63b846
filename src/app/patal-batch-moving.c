/* patal-batch-moving.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-batch-moving.h"
#include "patal-batch-mover.h"
#include "patal-change-popover.h"
#include <glib/gi18n.h>

#define SECONDS_TO_READ 12

typedef struct /* of the main thread, but that the reading thread looks at the wish */
{
  PatalBatchWish   wish;
  PatalDay         today;
  int              no; /* of the batch */
  GtkWidget       *parent;
  AdwToastOverlay *toasts;
  PatalDocument   *document;
} Moving;

static Moving *
moving_new (GtkWidget *parent, PatalDocument *document, AdwToastOverlay *toasts, const PatalBatchWish *wish)
{
  Moving *moving = g_new (Moving, 1);

  *moving = (Moving) { *wish, patal_day_today (), 0, g_object_ref (parent), g_object_ref (toasts), g_object_ref (document) };
  return moving;
}

static void
moving_free (gpointer data)
{
  Moving *moving = data;

  g_object_unref (moving->parent);
  g_object_unref (moving->toasts);
  g_object_unref (moving->document);
  g_free (moving);
}

AdwToast *
patal_batch_moving_say (AdwToastOverlay *toasts, const char *sentence, const char *button)
{
  AdwToast *toast = adw_toast_new ("");
  GtkWidget *label = gtk_label_new (sentence); /* whole sentences in as many lines as they need */

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 60);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  adw_toast_set_custom_title (toast, label);
  adw_toast_set_button_label (toast, button);
  adw_toast_set_timeout (toast, SECONDS_TO_READ);
  adw_toast_overlay_add_toast (toasts, toast);
  return toast;
}

/* ---- writing ---- */

typedef struct
{
  gint64            batch, venue;
  PatalDay          day, today;
  int               no;
  PatalChangeReason reason;
  char             *words; /* (nullable) */
} Write;

static void
write_free (gpointer data)
{
  g_free (((Write *) data)->words);
  g_free (data);
}

static gboolean
move_edit (PatalDb *db, gpointer data, GError **error)
{
  const Write *w = data;
  const PatalBatchMove move = { .start = w->day, .venue = w->venue, .why = { w->reason, w->words } };

  return patal_batch_move (db, w->batch, &move, w->today, error);
}

static gpointer
move_job (PatalDb *db, gpointer data, G_GNUC_UNUSED const PatalProgress *progress, GError **error)
{
  const Write *w = data;
  g_autofree char *no = g_strdup_printf ("%d", w->no), *day = patal_day_format (w->day);

  return GINT_TO_POINTER (patal_db_edit (db, PATAL_LABEL (N_("Moved batch {1} to {2}"), no, day), move_edit, data, error));
}

static void
written_cb (GObject *source, GAsyncResult *result, G_GNUC_UNUSED gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (!GPOINTER_TO_INT (patal_document_run_finish (PATAL_DOCUMENT (source), result, &error)))
    patal_document_complain (PATAL_DOCUMENT (source), error);
}

static void
write_move (const Moving *moving, const PatalChangeWhy *why)
{
  Write *w = g_new (Write, 1);

  *w = (Write) { moving->wish.batch, moving->wish.venue, moving->wish.day, moving->today, moving->no, why->reason, g_strdup (why->words) };
  patal_document_write_async (moving->document, move_job, w, write_free, NULL, NULL, written_cb, NULL);
}

static void
reason_chosen_cb (const PatalChangeWhy *why, gpointer user_data)
{
  write_move (user_data, why);
}

/* ---- asking ---- */

typedef struct
{
  char            *refusal; /* (nullable): it would break a hard rule */
  PatalDay         nearest; /* then: or PATAL_DAY_NONE */
  PatalBatchStatus status;
  int              no;
} Verdict;

static void
verdict_free (gpointer data)
{
  g_free (((Verdict *) data)->refusal);
  g_free (data);
}

static gpointer
ask_job (PatalDb *db, gpointer data, G_GNUC_UNUSED const PatalProgress *progress, GError **error)
{
  const Moving *moving = data;
  const PatalBatchMove move = { .start = moving->wish.day, .venue = moving->wish.venue };
  g_autoptr (PatalBatchMover) mover = patal_batch_mover_new (db, moving->wish.batch, moving->today, NULL, error);
  const GPtrArray *findings = mover != NULL ? patal_batch_mover_ask (mover, &move, error) : NULL;
  g_autoptr (GError) refused = NULL;
  g_autoptr (GArray) days = NULL;
  Verdict *verdict;

  if (findings == NULL)
    return NULL;
  if (!patal_findings_allow (findings, &refused) && !patal_batch_mover_nearest (mover, &move, 1, &days, error))
    return NULL;
  verdict = g_new (Verdict, 1);
  *verdict = (Verdict) { .refusal = refused != NULL ? g_strdup (refused->message) : NULL,
                         .nearest = days != NULL && days->len > 0 ? g_array_index (days, PatalDay, 0) : PATAL_DAY_NONE,
                         .status = patal_batch_mover_batch (mover)->status, .no = patal_batch_mover_batch (mover)->no };
  return verdict;
}

static void
say_refused (Moving *moving, const Verdict *verdict)
{
  g_autofree char *day = verdict->nearest != PATAL_DAY_NONE ? patal_day_format (verdict->nearest) : NULL;
  /* Translators: a button; %s is the nearest day that is free */
  g_autofree char *button = day != NULL ? g_strdup_printf (_("Move to %s"), day) : NULL;
  AdwToast *toast = patal_batch_moving_say (moving->toasts, verdict->refusal, button);

  if (button == NULL)
    return;
  adw_toast_set_action_name (toast, PATAL_BATCH_MOVING_ACTION);
  adw_toast_set_action_target (toast, PATAL_BATCH_MOVING_TYPE, moving->wish.batch, (gint32) verdict->nearest, moving->wish.venue);
}

static void
asked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Moving *moving = user_data;
  g_autoptr (GError) error = NULL;
  Verdict *verdict = patal_document_run_finish (PATAL_DOCUMENT (source), result, &error);

  if (verdict == NULL)
    {
      patal_document_complain (moving->document, error);
      moving_free (moving);
      return;
    }
  moving->no = verdict->no;
  if (verdict->refusal != NULL)
    say_refused (moving, verdict);
  else if (verdict->status == PATAL_BATCH_PLANNED)
    write_move (moving, &(const PatalChangeWhy) { PATAL_CHANGE_OTHER, NULL });
  else if (gtk_widget_get_mapped (moving->parent))
    {
      g_autofree char *day = patal_day_format (moving->wish.day);
      /* Translators: the number of a batch, and a day */
      g_autofree char *question = g_strdup_printf (_("People were told of batch %d. Why is it on %s now?"), moving->no, day);

      patal_change_popover_show (moving->parent, &moving->wish.at, question, _("_Move"), reason_chosen_cb, moving, moving_free);
      moving = NULL; /* the popover's */
    }
  if (moving != NULL)
    moving_free (moving);
  verdict_free (verdict);
}

void
patal_batch_moving_wish (GtkWidget *parent, PatalDocument *document, AdwToastOverlay *toasts, const PatalBatchWish *wish)
{
  Moving *asked = moving_new (parent, document, toasts, wish);

  if (!patal_document_writable (document))
    {
      moving_free (asked);
      return;
    }
  patal_document_read_async (document, ask_job, asked, NULL, verdict_free, NULL, asked_cb, asked);
}

/* ---- pins ---- */

typedef struct { gint64 batch; gboolean pinned; } Pin;

static gboolean
pin_edit (PatalDb *db, gpointer data, GError **error)
{
  const Pin *pin = data;

  return patal_batch_pin (db, pin->batch, pin->pinned, error);
}

static gpointer
pin_job (PatalDb *db, gpointer data, G_GNUC_UNUSED const PatalProgress *progress, GError **error)
{
  const Pin *pin = data;
  g_auto (PatalBatch) batch = { 0 };
  g_autofree char *no = NULL;

  if (!patal_batch_load (db, pin->batch, &batch, error))
    return NULL;
  no = g_strdup_printf ("%d", batch.no);
  return GINT_TO_POINTER (patal_db_edit (db, pin->pinned ? PATAL_LABEL (N_("Pinned batch {1}"), no) : PATAL_LABEL (N_("Let batch {1} move again"), no),
                                         pin_edit, data, error));
}

void
patal_batch_moving_pin (PatalDocument *document, gint64 batch, gboolean pinned)
{
  Pin *pin = g_new (Pin, 1);

  *pin = (Pin) { batch, pinned };
  patal_document_write_async (document, pin_job, pin, g_free, NULL, NULL, written_cb, NULL);
}
