/* patal-batch-move-dialog.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-batch-move-dialog.h"
#include "patal-batch-mover.h"
#include "patal-change-fields.h"
#include "patal-drop-down.h"
#include "patal-form-dialog.h"
#include "patal-person.h"
#include "patal-settings.h"
#include "patal-trainer.h"
#include "patal-unit.h"
#include "patal-venue.h"
#include <glib/gi18n.h>

#define MOST_DAYS 3 /* that are proposed */

typedef struct
{
  gint64            batch;
  char             *no;         /* for the journal */
  PatalBatchMove    move;       /* @move.trainers is @team */
  GArray           *team;       /* gint64 */
  PatalBatchStatus  status;
  PatalDay          was, today;
  GArray           *venues;     /* gint64, as the choice has them */
  GArray           *trainers;   /* gint64, as each of the choices has them: the first is 0, nobody */
  PatalBatchMover  *mover;      /* knows the rules; main thread only, as what follows */
  PatalDocument    *document;   /* borrowed from the dialog */
  PatalField       *day;
  GtkDropDown      *venue;
  GtkDropDown      *chosen[PATAL_COURSE_MOST_TEAM];
  guint             n_chosen;
  PatalChangeFields why;
} Form;

static const char *const trainer_fields[PATAL_COURSE_MOST_TEAM] = {
  "trainer0", "trainer1", "trainer2", "trainer3", "trainer4", "trainer5", "trainer6", "trainer7", "trainer8", "trainer9",
};

static void
form_free (gpointer data)
{
  Form *form = data;

  g_free (form->no);
  g_clear_pointer (&form->mover, patal_batch_mover_free);
  g_array_unref (form->team);
  g_clear_pointer (&form->venues, g_array_unref);
  g_array_unref (form->trainers);
  patal_change_fields_clear (&form->why);
  g_free (form);
}

/* --- what is typed --- */

static gint64
chosen_in (const GArray *ids, GtkDropDown *choice)
{
  guint position = gtk_drop_down_get_selected (choice);

  return position < ids->len ? g_array_index (ids, gint64, position) : 0;
}

static void
read_team (Form *form)
{
  g_array_set_size (form->team, 0);
  for (guint i = 0; i < form->n_chosen; i++)
    {
      gint64 trainer = chosen_in (form->trainers, form->chosen[i]);
      gboolean twice = trainer == 0;

      for (guint k = 0; k < form->team->len; k++)
        twice = twice || g_array_index (form->team, gint64, k) == trainer;
      if (!twice)
        g_array_append_val (form->team, trainer);
    }
}

/* Below which field the sentence of a rule stands. */
static const char *
field_of (Form *form, const PatalTrainingFinding *finding)
{
  switch (finding->rule)
    {
    case PATAL_TRAINING_ERROR_VENUE_TAKEN:
    case PATAL_TRAINING_ERROR_VENUE_SEATS:
      return "venue";
    case PATAL_TRAINING_ERROR_TRAINER_TAKEN:
    case PATAL_TRAINING_ERROR_TRAINER_AWAY:
    case PATAL_TRAINING_ERROR_TRAINER_SUBJECT:
    case PATAL_TRAINING_ERROR_TRAINER_RUN:
    case PATAL_TRAINING_ERROR_TRAINER_SCOPE:
    case PATAL_TRAINING_ERROR_NO_TRAINER:
      for (guint i = 0; i < form->n_chosen; i++)
        if (chosen_in (form->trainers, form->chosen[i]) == finding->record)
          return trainer_fields[i];
      return form->n_chosen > 0 ? trainer_fields[0] : NULL;
    default:
      return "day";
    }
}

/* Behind the sentence of a rule: days near the one that was typed on which it would break none. */
static char *
free_days_words (Form *form)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (GArray) days = NULL;

  if (!patal_batch_mover_nearest (form->mover, &form->move, MOST_DAYS, &days, NULL))
    return g_strdup ("");
  for (guint i = 0; i < days->len; i++)
    {
      g_autofree char *day = patal_day_format (g_array_index (days, PatalDay, i));

      g_string_append_printf (words, "%s%s", i > 0 ? ", " : "", day);
    }
  /* Translators: behind a sentence that says why a batch cannot be on a day; %s are dates */
  return days->len > 0 ? g_strdup_printf (_("Free near it: %s"), words->str) : g_strdup ("");
}

/* What it would break, asked of the reader: the edit asks again. */
static gboolean
obeys_rules (Form *form, const char **field, GError **error)
{
  const GPtrArray *findings = patal_batch_mover_ask (form->mover, &form->move, error);

  for (guint i = 0; findings != NULL && i < findings->len; i++)
    {
      const PatalTrainingFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char *text = g_strdup (finding->text), *days = NULL;
      PatalTrainingError rule = finding->rule;

      if (finding->weight != PATAL_RULE_HARD)
        continue;
      *field = field_of (form, finding);
      days = free_days_words (form);
      g_set_error (error, PATAL_TRAINING_ERROR, (int) rule, *days != '\0' ? "%s %s" : "%s%s", text, days);
      return FALSE;
    }
  return findings != NULL;
}

static gboolean
read_form (G_GNUC_UNUSED PatalFormDialog *dialog, gpointer data, const char **field, GError **error)
{
  Form *form = data;
  g_autofree char *typed = patal_field_get_value (form->day);

  patal_change_fields_read (&form->why);
  read_team (form);
  form->move.why = form->why.why;
  form->move.venue = chosen_in (form->venues, form->venue);
  form->move.trainers = form->team;
  *field = "day";
  if (!patal_day_parse (typed != NULL ? typed : "", &form->move.start, error))
    return FALSE;
  patal_change_fields_show (&form->why, form->status == PATAL_BATCH_PUBLISHED && form->move.start != form->was);
  if (form->move.start <= form->today)
    {
      g_set_error_literal (error, PATAL_TRAINING_ERROR, PATAL_TRAINING_ERROR_PAST, _("A batch is moved to a day that is to come"));
      return FALSE;
    }
  return obeys_rules (form, field, error);
}

static gboolean
write_move (PatalDb *db, gpointer data, GError **error)
{
  const Form *form = data;

  return patal_batch_move (db, form->batch, &form->move, form->today, error);
}

static gpointer
write_job (PatalDb *db, gpointer data, G_GNUC_UNUSED const PatalProgress *progress, GError **error)
{
  return GINT_TO_POINTER (patal_db_edit (db, PATAL_LABEL (N_("Moved batch {1}"), ((Form *) data)->no), write_move, data, error));
}

static const PatalFormKind move_kind = { .read = read_form, .write = write_job };

/* --- what can be chosen --- */

static guint
position_of (const GArray *ids, gint64 id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return i;
  return GTK_INVALID_LIST_POSITION;
}

/* "सामुदायिक भवन, बम्हनीडीह (60)" */
static char *
venue_words (PatalDb *reader, gint64 id)
{
  g_auto (PatalVenue) venue = { 0 };
  g_autofree char *place = NULL;

  if (!patal_venue_load (reader, id, &venue, NULL))
    return g_strdup ("");
  place = patal_unit_name (reader, venue.unit, patal_settings_lang ());
  if (venue.capacity < 0)
    return g_strdup_printf ("%s, %s", patal_settings_pick (venue.name_hi, venue.name_en), place);
  return g_strdup_printf ("%s, %s (%d)", patal_settings_pick (venue.name_hi, venue.name_en), place, venue.capacity);
}

/* Those of the block, and the one that it has. */
static void
add_venues (PatalFormDialog *dialog, Form *form, const PatalBatchSheet *sheet)
{
  PatalDb *reader = patal_document_reader (form->document);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const PatalVenueFilter filter = { .within = sheet->place, .sort = patal_settings_lang () == PATAL_LANG_HI ? PATAL_VENUE_SORT_NAME_HI : PATAL_VENUE_SORT_NAME_EN };

  form->venues = patal_venue_ids (reader, &filter, NULL);
  if (form->venues == NULL)
    form->venues = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (sheet->batch.venue != 0 && position_of (form->venues, sheet->batch.venue) == GTK_INVALID_LIST_POSITION)
    g_array_prepend_val (form->venues, sheet->batch.venue);
  for (guint i = 0; i < form->venues->len; i++)
    g_ptr_array_add (names, venue_words (reader, g_array_index (form->venues, gint64, i)));
  g_ptr_array_add (names, NULL);
  form->venue = patal_form_dialog_add_choice (dialog, "venue", _("_Venue"), (const char *const *) names->pdata);
  gtk_drop_down_set_selected (form->venue, position_of (form->venues, sheet->batch.venue));
  patal_drop_down_shorten (form->venue);
}

/* Active ones and those who teach it now. */
static GPtrArray *
list_trainers (Form *form, const PatalBatchSheet *sheet)
{
  PatalDb *reader = patal_document_reader (form->document);
  g_autoptr (GPtrArray) trainers = patal_trainers (reader, NULL);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  gint64 nobody = 0;

  g_array_append_val (form->trainers, nobody);
  g_ptr_array_add (names, g_strdup (_("– nobody –")));
  for (guint i = 0; trainers != NULL && i < trainers->len; i++)
    {
      const PatalTrainer *own = g_ptr_array_index (trainers, i);

      if (!own->active && position_of (sheet->batch.trainers, own->id) == GTK_INVALID_LIST_POSITION)
        continue;
      g_array_append_val (form->trainers, own->id);
      g_ptr_array_add (names, patal_person_name (reader, own->person, patal_settings_lang ()));
    }
  g_ptr_array_add (names, NULL);
  return names;
}

static void
add_trainers (PatalFormDialog *dialog, Form *form, const PatalBatchSheet *sheet)
{
  g_autoptr (GPtrArray) names = list_trainers (form, sheet);

  form->n_chosen = MIN (MAX ((guint) sheet->team, sheet->batch.trainers->len), PATAL_COURSE_MOST_TEAM);
  for (guint i = 0; i < form->n_chosen; i++)
    {
      /* Translators: a master trainer of a batch: which of them */
      g_autofree char *label = g_strdup_printf (_("Master trainer _%u"), i + 1);
      gint64 trainer = i < sheet->batch.trainers->len ? g_array_index (sheet->batch.trainers, gint64, i) : 0;

      form->chosen[i] = patal_form_dialog_add_choice (dialog, trainer_fields[i], label, (const char *const *) names->pdata);
      gtk_drop_down_set_selected (form->chosen[i], position_of (form->trainers, trainer));
      patal_drop_down_shorten (form->chosen[i]);
    }
}

void
patal_batch_move_dialog_show (GtkWidget *asked_from, PatalDocument *document, const PatalBatchSheet *sheet)
{
  Form *form = g_new0 (Form, 1);
  /* Translators: %d is the number of a batch */
  g_autofree char *title = g_strdup_printf (_("Move Batch %d"), sheet->batch.no);
  g_autofree char *day = sheet->batch.start != PATAL_DAY_NONE ? patal_day_format (sheet->batch.start) : NULL;
  g_autoptr (GError) error = NULL;
  PatalFormDialog *dialog;

  form->batch = sheet->batch.id;
  form->no = g_strdup_printf ("%d", sheet->batch.no);
  form->team = g_array_new (FALSE, FALSE, sizeof (gint64));
  form->trainers = g_array_new (FALSE, FALSE, sizeof (gint64));
  form->status = sheet->batch.status;
  form->was = sheet->batch.start;
  form->today = patal_day_today ();
  form->document = document;
  form->mover = patal_batch_mover_new (patal_document_reader (document), form->batch, form->today, NULL, &error);
  if (form->mover == NULL)
    {
      patal_document_complain (document, error);
      form_free (form);
      return;
    }
  dialog = patal_form_dialog_new (asked_from, document, title, &move_kind, form, form_free);
  form->day = patal_form_dialog_add_field (dialog, "day", _("_First day"));
  g_object_set (form->day, "hint", _("DD.MM.YYYY"), NULL);
  patal_field_set_text (form->day, day);
  add_venues (dialog, form, sheet);
  add_trainers (dialog, form, sheet);
  patal_change_fields_add (&form->why, dialog);
  patal_change_fields_show (&form->why, FALSE);
  patal_form_dialog_present (dialog);
}
