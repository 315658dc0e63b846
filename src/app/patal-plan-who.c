/* patal-plan-who.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-plan-who.h"
#include "patal-person.h"
#include "patal-settings.h"
#include "patal-tick-list.h"
#include "patal-trainer.h"
#include "patal-unit.h"
#include "patal-venue.h"
#include <glib/gi18n.h>

struct _PatalPlanWho
{
  AdwBin         parent_instance;
  GtkBox        *trainers_box, *venues_box;
  PatalTickList *trainers, *venues; /* (nullable): before the first show() */
  PatalDocument *document;
};

G_DEFINE_FINAL_TYPE (PatalPlanWho, patal_plan_who, ADW_TYPE_BIN)

static gboolean
is_without (const PatalTraining *training, gint64 venue, gint64 trainer)
{
  for (guint i = 0; i < training->limits->len; i++)
    {
      const PatalLimit *limit = training->limits->pdata[i];

      if (limit->kind == PATAL_LIMIT_WITHOUT && limit->venue == venue && limit->trainer == trainer && limit->unit == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
has (const GArray *ids, gint64 id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return TRUE;
  return FALSE;
}

static gboolean
can_teach (const PatalTrainer *trainer, const PatalCourse *course)
{
  for (guint m = 0; m < course->modules->len; m++)
    {
      const PatalModule *module = course->modules->pdata[m];
      gboolean all = module->subjects->len > 0;

      for (guint s = 0; all && s < module->subjects->len; s++)
        all = has (trainer->subjects, g_array_index (module->subjects, gint64, s));
      if (all)
        return TRUE;
    }
  return FALSE;
}

static gboolean
fill_trainers (PatalPlanWho *self, const PatalTraining *training, GError **error)
{
  PatalDb *db = patal_document_reader (self->document);
  g_auto (PatalCourse) course = { 0 };
  g_autoptr (GPtrArray) trainers = patal_trainers (db, error);

  if (trainers == NULL || !patal_course_load (db, training->course, &course, error))
    return FALSE;
  for (guint i = 0; i < trainers->len; i++)
    {
      const PatalTrainer *trainer = trainers->pdata[i];
      g_autofree char *name = NULL, *home = NULL;

      if (!trainer->active || !can_teach (trainer, &course))
        continue;
      name = patal_person_name (db, trainer->person, patal_settings_lang ());
      home = trainer->home != 0 ? patal_unit_name (db, trainer->home, patal_settings_lang ()) : NULL;
      patal_tick_list_add (self->trainers, trainer->id, name != NULL ? name : "", home, !is_without (training, 0, trainer->id));
    }
  return TRUE;
}

static gboolean
fill_venues (PatalPlanWho *self, const PatalTraining *training, GError **error)
{
  PatalDb *db = patal_document_reader (self->document);
  PatalLang lang = patal_settings_lang ();
  const PatalVenueFilter filter = { .within = training->within, .sort = lang == PATAL_LANG_HI ? PATAL_VENUE_SORT_NAME_HI : PATAL_VENUE_SORT_NAME_EN };
  g_autoptr (GArray) ids = patal_venue_ids (db, &filter, error);

  if (ids == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    {
      g_auto (PatalVenue) venue = { 0 };
      g_autofree char *place = NULL, *detail = NULL;

      if (!patal_venue_load (db, g_array_index (ids, gint64, i), &venue, error))
        return FALSE;
      place = patal_unit_name (db, venue.unit, lang);
      detail = venue.capacity < 0 ? g_strdup (place) /* Translators: a place, how many seats */
                                  : g_strdup_printf (ngettext ("%s, %d seat", "%s, %d seats", venue.capacity), place, venue.capacity);
      patal_tick_list_add (self->venues, venue.id, patal_settings_pick (venue.name_hi, venue.name_en), detail, !is_without (training, venue.id, 0));
    }
  return TRUE;
}

/* What to do where there is none to tick. */
static void
show_empty (GtkBox *box, PatalTickList *list, const char *sentence)
{
  GtkWidget *label;

  if (patal_tick_list_n_rows (list) > 0)
    return;
  label = gtk_label_new (sentence);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "warning");
  gtk_box_remove (box, GTK_WIDGET (list));
  gtk_box_append (box, label);
}

/* Takes what was there away; the heading stays. (transfer none) */
static PatalTickList *
renew (GtkBox *box, const char *name)
{
  GtkWidget *list = patal_tick_list_new (name), *old = gtk_widget_get_next_sibling (gtk_widget_get_first_child (GTK_WIDGET (box)));

  if (old != NULL)
    gtk_box_remove (box, old);
  gtk_widget_set_vexpand (list, TRUE);
  gtk_box_append (box, list);
  return PATAL_TICK_LIST (list);
}

void
patal_plan_who_show (PatalPlanWho *self, const PatalTraining *training)
{
  g_autoptr (GError) error = NULL;

  g_clear_object (&self->trainers);
  g_clear_object (&self->venues);
  self->trainers = g_object_ref (renew (self->trainers_box, _("Trainers who take part")));
  self->venues = g_object_ref (renew (self->venues_box, _("Venues that take part")));
  if (!fill_trainers (self, training, &error) || !fill_venues (self, training, &error))
    patal_document_complain (self->document, error);
  show_empty (self->trainers_box, self->trainers,
              _("Nobody can teach this course yet. Import the list of master trainers, or add them under Trainers, with the subjects that they teach."));
  show_empty (self->venues_box, self->venues, _("There is no venue here yet. Import the list of halls, or add them in the tab District under Venues."));
}

static void
add_without (PatalTickList *list, GPtrArray *limits, gboolean venues)
{
  g_autoptr (GArray) ids = patal_tick_list_get (list, FALSE);

  for (guint i = 0; i < ids->len; i++)
    {
      PatalLimit *limit = patal_limit_new (PATAL_LIMIT_WITHOUT);

      *(venues ? &limit->venue : &limit->trainer) = g_array_index (ids, gint64, i);
      g_ptr_array_add (limits, limit);
    }
}

void
patal_plan_who_read (PatalPlanWho *self, PatalTraining *training)
{
  for (guint i = training->limits->len; i > 0; i--)
    {
      const PatalLimit *limit = training->limits->pdata[i - 1];

      if (limit->kind == PATAL_LIMIT_WITHOUT && limit->unit == 0)
        g_ptr_array_remove_index (training->limits, i - 1);
    }
  add_without (self->venues, training->limits, TRUE);
  add_without (self->trainers, training->limits, FALSE);
}

GtkWidget *
patal_plan_who_new (PatalDocument *document)
{
  PatalPlanWho *self = g_object_new (PATAL_TYPE_PLAN_WHO, NULL);

  self->document = g_object_ref (document);
  return GTK_WIDGET (self);
}

static void
patal_plan_who_dispose (GObject *object)
{
  PatalPlanWho *self = PATAL_PLAN_WHO (object);

  adw_bin_set_child (ADW_BIN (object), NULL);
  g_clear_object (&self->trainers);
  g_clear_object (&self->venues);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (patal_plan_who_parent_class)->dispose (object);
}

static void
patal_plan_who_class_init (PatalPlanWhoClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = patal_plan_who_dispose;
}

static GtkBox *
column_new (const char *title)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6), *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (GTK_BOX (box), label);
  return GTK_BOX (box);
}

static void
patal_plan_who_init (PatalPlanWho *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);

  self->trainers_box = column_new (_("Trainers who take part"));
  self->venues_box = column_new (_("Venues that take part"));
  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->trainers_box));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->venues_box));
  gtk_widget_add_css_class (box, "plan-page");
  adw_bin_set_child (ADW_BIN (self), box);
}
