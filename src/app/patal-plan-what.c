/* patal-plan-what.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-plan-what.h"
#include "patal-choice.h"
#include "patal-field.h"
#include "patal-number.h"
#include "patal-place-button.h"
#include "patal-settings.h"
#include <glib/gi18n.h>

#define YEARS_BEFORE 1
#define YEARS_AFTER  2

struct _PatalPlanWhat
{
  AdwBin            parent_instance;
  GtkBox           *box;
  PatalChoice      *course, *year, *attend, *scope;
  PatalPlaceButton *place;
  PatalField       *from, *to, *least, *most;
  PatalDocument    *document;
  GPtrArray        *courses; /* (nullable): PatalCourse, those to choose from */
  int               first_fy;
  gboolean          filling;
};

G_DEFINE_FINAL_TYPE (PatalPlanWhat, patal_plan_what, ADW_TYPE_BIN)

static const struct { PatalPlanScope scope; const char *title; } scopes[] = {
  { PATAL_PLAN_BLOCK, N_("In their own block") },
  { PATAL_PLAN_DISTRICT, N_("In their own district") },
  { PATAL_PLAN_STATE, N_("Everywhere") },
};

static void
show_day (PatalField *field, PatalDay day)
{
  g_autofree char *text = patal_day_format (day);

  patal_field_set_text (field, text);
}

static void
show_number (PatalField *field, int number)
{
  g_autofree char *text = g_strdup_printf ("%d", number);

  patal_field_set_text (field, text);
}

static const PatalCourse *
chosen (PatalPlanWhat *self)
{
  return self->courses->len > 0 ? self->courses->pdata[patal_choice_get_selected (self->course)] : NULL;
}

static int
chosen_fy (PatalPlanWhat *self)
{
  return self->first_fy + (int) patal_choice_get_selected (self->year);
}

/* Another course has other sizes, another year other days. */
static void
course_cb (PatalPlanWhat *self)
{
  const PatalCourse *course = chosen (self);

  if (self->filling || course == NULL)
    return;
  show_number (self->least, course->batch_min);
  show_number (self->most, course->batch_max);
}

static void
show_window (PatalPlanWhat *self, PatalSpan window)
{
  show_day (self->from, window.from);
  show_day (self->to, window.to);
}

static void
year_cb (PatalPlanWhat *self)
{
  if (!self->filling)
    show_window (self, patal_quarter_span (chosen_fy (self), 1));
}

static gboolean
fill_courses (PatalPlanWhat *self, gint64 at)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) courses = patal_courses (patal_document_reader (self->document), &error);
  guint selected = 0;

  g_ptr_array_set_size (self->courses, 0);
  if (courses == NULL)
    patal_document_complain (self->document, error);
  for (guint i = 0; courses != NULL && i < courses->len; i++)
    {
      PatalCourse *course = courses->pdata[i];

      if (!course->in_use && course->id != at)
        continue;
      if (course->id == at)
        selected = self->courses->len;
      courses->pdata[i] = NULL; /* it is this page's now */
      g_ptr_array_add (self->courses, course);
      g_ptr_array_add (names, (gpointer) patal_settings_pick (course->names[PATAL_LANG_HI], course->names[PATAL_LANG_EN]));
    }
  g_ptr_array_add (names, NULL);
  patal_choice_set_names (self->course, (const char *const *) names->pdata);
  patal_choice_set_selected (self->course, selected);
  return self->courses->len > 0;
}

/* Those around today, and the training's own. */
static void
fill_years (PatalPlanWhat *self, int fy)
{
  int today = patal_fy_of (patal_day_today ()), last;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  self->first_fy = MIN (today - YEARS_BEFORE, fy);
  last = MAX (today + YEARS_AFTER, fy);
  for (int year = self->first_fy; year <= last; year++)
    g_ptr_array_add (names, patal_fy_label (year));
  g_ptr_array_add (names, NULL);
  patal_choice_set_names (self->year, (const char *const *) names->pdata);
  patal_choice_set_selected (self->year, (guint) (fy - self->first_fy));
}

gboolean
patal_plan_what_show (PatalPlanWhat *self, const PatalTraining *training)
{
  gboolean any;

  self->filling = TRUE;
  any = fill_courses (self, training->course);
  gtk_widget_set_sensitive (GTK_WIDGET (self->course), training->id == 0);
  fill_years (self, training->fy);
  patal_place_button_set_place (self->place, training->within);
  show_window (self, training->window);
  show_number (self->least, training->rules.batch_min);
  show_number (self->most, training->rules.batch_max);
  patal_choice_set_selected (self->attend, training->attend);
  for (guint i = 0; i < G_N_ELEMENTS (scopes); i++)
    if (scopes[i].scope == training->rules.trainer_scope)
      patal_choice_set_selected (self->scope, i);
  self->filling = FALSE;
  if (training->course == 0)
    course_cb (self);
  return any;
}

/* --- reading --- */

static gboolean
say (PatalField *field, const GError *error)
{
  patal_field_set_error (field, error != NULL ? error->message : NULL);
  if (error != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (field));
  return error == NULL;
}

static gboolean
read_day (PatalField *field, PatalDay *out)
{
  g_autoptr (GError) error = NULL;

  patal_day_parse (patal_field_get_text (field), out, &error);
  return say (field, error);
}

static gboolean
read_number (PatalField *field, int *out)
{
  g_autoptr (GError) error = NULL;
  gint64 n = 0;

  if (patal_number_parse (patal_field_get_text (field), &n, &error))
    *out = (int) CLAMP (n, -1, G_MAXINT);
  return say (field, error);
}

gboolean
patal_plan_what_read (PatalPlanWhat *self, PatalTraining *training)
{
  const struct { const char *id; PatalField *field; } fields[]
    = { { "from", self->from }, { "to", self->to }, { "batch_min", self->least }, { "batch_max", self->most } };
  const PatalCourse *course = chosen (self);
  g_autoptr (GError) error = NULL;
  const char *at = NULL;

  if (course == NULL)
    return FALSE;
  if (!read_day (self->from, &training->window.from) || !read_day (self->to, &training->window.to)
      || !read_number (self->least, &training->rules.batch_min) || !read_number (self->most, &training->rules.batch_max))
    return FALSE;
  training->course = course->id;
  training->fy = chosen_fy (self);
  training->within = patal_place_button_get_place (self->place);
  training->attend = patal_choice_get_selected (self->attend);
  training->rules.trainer_scope = scopes[patal_choice_get_selected (self->scope)].scope;
  if (patal_training_check (training, &at, &error))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_strcmp0 (fields[i].id, at) == 0)
      return say (fields[i].field, error);
  return TRUE; /* of other steps: they say so themselves */
}

/* --- the object --- */

static PatalField *
field_new (GtkWidget *box, const char *label, const char *hint)
{
  GtkWidget *field = patal_field_new (label);

  g_object_set (field, "hint", hint, NULL);
  gtk_box_append (GTK_BOX (box), field);
  return PATAL_FIELD (field);
}

static GtkWidget *
add_pair (PatalPlanWhat *self)
{
  GtkWidget *pair = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_box_set_homogeneous (GTK_BOX (pair), TRUE);
  gtk_box_append (self->box, pair);
  return pair;
}

static PatalChoice *
choice_new (GtkWidget *box, const char *label, const char *const *names)
{
  GtkWidget *choice = patal_choice_new (label, names);

  gtk_box_append (GTK_BOX (box), choice);
  return PATAL_CHOICE (choice);
}

static void
add_place (PatalPlanWhat *self, GtkWidget *pair)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3), *label = gtk_label_new (_("For whom: all blocks, or one"));

  self->place = g_object_new (PATAL_TYPE_PLACE_BUTTON, NULL);
  patal_place_button_set_document (self->place, self->document);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->place));
  gtk_box_append (GTK_BOX (pair), box);
}

static void
add_questions (PatalPlanWhat *self)
{
  const char *none[] = { NULL }, *attends[] = { _("Does not come"), _("Opens each batch on its first day"), _("Is there on every day"), NULL };
  const char *scope_names[] = { _(scopes[0].title), _(scopes[1].title), _(scopes[2].title), NULL };
  GtkWidget *pair;

  self->course = choice_new (GTK_WIDGET (self->box), _("_Course"), none);
  pair = add_pair (self);
  self->year = choice_new (pair, _("Financial _year"), none);
  add_place (self, pair);
  pair = add_pair (self);
  self->from = field_new (pair, _("_First day"), _("DD.MM.YYYY"));
  self->to = field_new (pair, _("_Last day"), _("DD.MM.YYYY"));
  pair = add_pair (self);
  self->least = field_new (pair, _("People in a batch, at l_east"), "");
  self->most = field_new (pair, _("People in a batch, at _most"), "");
  pair = add_pair (self);
  self->scope = choice_new (pair, _("_Trainers teach"), scope_names);
  self->attend = choice_new (pair, _("The block's _officer"), attends);
  g_signal_connect_object (patal_choice_get_drop_down (self->course), "notify::selected", G_CALLBACK (course_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (patal_choice_get_drop_down (self->year), "notify::selected", G_CALLBACK (year_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
patal_plan_what_new (PatalDocument *document)
{
  PatalPlanWhat *self = g_object_new (PATAL_TYPE_PLAN_WHAT, NULL);
  GtkWidget *clamp = adw_clamp_new ();

  self->document = g_object_ref (document);
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "plan-page");
  add_questions (self);
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (self->box));
  adw_bin_set_child (ADW_BIN (self), clamp);
  return GTK_WIDGET (self);
}

static void
patal_plan_what_dispose (GObject *object)
{
  PatalPlanWhat *self = PATAL_PLAN_WHAT (object);

  adw_bin_set_child (ADW_BIN (object), NULL);
  g_clear_object (&self->document);
  g_clear_pointer (&self->courses, g_ptr_array_unref);
  G_OBJECT_CLASS (patal_plan_what_parent_class)->dispose (object);
}

static void
patal_plan_what_class_init (PatalPlanWhatClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = patal_plan_what_dispose;
}

static void
patal_plan_what_init (PatalPlanWhat *self)
{
  self->courses = g_ptr_array_new_with_free_func ((GDestroyNotify) patal_course_free);
}
