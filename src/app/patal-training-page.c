/* patal-training-page.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-training-page.h"
#include "patal-annual-plan-page.h"
#include "patal-batch-calendar.h"
#include "patal-courses-page.h"
#include "patal-batches-page.h"
#include "patal-saturation-page.h"
#include "patal-scope-list.h"
#include "patal-section-list.h"
#include "patal-settings.h"
#include "patal-trainers-page.h"
#include "patal-training-choice.h"
#include "patal-trainings-page.h"
#include <glib/gi18n.h>

typedef enum
{
  SECTION_CALENDAR, SECTION_BATCHES, SECTION_SATURATION, SECTION_TRAININGS, SECTION_TRAINERS, SECTION_COURSES, SECTION_PLAN, N_SECTIONS
} Section;

struct _PatalTrainingPage
{
  AdwBin               parent_instance;
  GtkPaned            *paned;
  GtkBox              *sidebar;
  PatalSectionList    *sections;
  PatalTrainingChoice *training;
  PatalScopeList      *scopes;
  GtkStack            *stack;
  PatalDocument       *document;
  GtkWidget           *pages[N_SECTIONS]; /* each NULL until it is first shown */
};

G_DEFINE_FINAL_TYPE (PatalTrainingPage, patal_training_page, ADW_TYPE_BIN)

enum { PROP_0, PROP_SECTION, PROP_SIDEBAR_STATE, N_PROPS };
static GParamSpec *props[N_PROPS];

static const PatalSection sections[N_SECTIONS] = {
  [SECTION_CALENDAR] = { "schedule", N_("Calendar"), "x-office-calendar-symbolic", NULL },
  [SECTION_BATCHES] = { "batches", N_("Batches"), "view-list-bullet-symbolic", NULL },
  [SECTION_SATURATION] = { "saturation", N_("Saturation"), "emblem-ok-symbolic", NULL },
  [SECTION_TRAININGS] = { "trainings", N_("Trainings"), "view-paged-symbolic", NULL },
  [SECTION_TRAINERS] = { "trainers", N_("Master Trainers"), "system-users-symbolic", NULL },
  [SECTION_COURSES] = { "courses", N_("Courses"), "accessories-dictionary-symbolic", NULL },
  [SECTION_PLAN] = { "plan", N_("Annual Plan"), "x-office-spreadsheet-symbolic", NULL },
};

/* What each section is made of; it hears of the place and the training that are chosen, where it asks for them. */
static const struct
{
  GtkWidget *(*make)         (PatalDocument *document);
  void       (*set_scope)    (GtkWidget *page, gint64 scope, const char *name); /* (nullable); @name: (nullable) */
  void       (*set_training) (GtkWidget *page, gint64 training);                /* (nullable) */
} kinds[N_SECTIONS] = {
  [SECTION_CALENDAR] = { patal_batch_calendar_new, patal_batch_calendar_set_scope, patal_batch_calendar_set_training },
  [SECTION_BATCHES] = { patal_batches_page_new, patal_batches_page_set_scope, patal_batches_page_set_training },
  [SECTION_SATURATION] = { patal_saturation_page_new, patal_saturation_page_set_scope, patal_saturation_page_set_training },
  [SECTION_TRAININGS] = { patal_trainings_page_new, patal_trainings_page_set_scope, NULL },
  [SECTION_TRAINERS] = { patal_trainers_page_new, patal_trainers_page_set_scope, NULL },
  [SECTION_COURSES] = { patal_courses_page_new, NULL, NULL },
  [SECTION_PLAN] = { patal_annual_plan_page_new, NULL, NULL },
};

static void
tell_section (PatalTrainingPage *self, Section section)
{
  gint64 scope = patal_scope_list_get_scope (self->scopes);
  g_autofree char *name = patal_scope_list_name (self->scopes, scope);

  if (self->pages[section] == NULL)
    return;
  if (kinds[section].set_scope != NULL)
    kinds[section].set_scope (self->pages[section], scope, scope != 0 ? name : NULL);
  if (kinds[section].set_training != NULL)
    kinds[section].set_training (self->pages[section], patal_training_choice_get_training (self->training));
}

static void
tell (PatalTrainingPage *self)
{
  for (Section section = 0; section < N_SECTIONS; section++)
    tell_section (self, section);
}

static Section
section_of (const char *id)
{
  for (Section section = 0; section < N_SECTIONS; section++)
    if (g_strcmp0 (sections[section].id, id) == 0)
      return section;
  return 0;
}

/* Pages are built when they are first asked for. */
static GtkWidget *
page_of (PatalTrainingPage *self, Section section)
{
  if (self->pages[section] == NULL)
    {
      self->pages[section] = kinds[section].make (self->document);
      gtk_stack_add_child (self->stack, self->pages[section]);
      tell_section (self, section);
    }
  return self->pages[section];
}

static void
show_section (PatalTrainingPage *self)
{
  gtk_stack_set_visible_child (self->stack, page_of (self, section_of (patal_section_list_get_section (self->sections))));
}

static void
section_cb (PatalTrainingPage *self)
{
  show_section (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SECTION]);
}

const char *
patal_training_page_get_section (PatalTrainingPage *self)
{
  return patal_section_list_get_section (self->sections);
}

void
patal_training_page_set_section (PatalTrainingPage *self, const char *section)
{
  patal_section_list_set_section (self->sections, section);
}

gint64
patal_training_page_get_scope (PatalTrainingPage *self)
{
  return patal_scope_list_get_scope (self->scopes);
}

gint64
patal_training_page_get_training (PatalTrainingPage *self)
{
  return patal_training_choice_get_training (self->training);
}

void
patal_training_page_show_training (PatalTrainingPage *self, gint64 training)
{
  patal_training_choice_set_training (self->training, training);
}

/* What was asked for may lie elsewhere, or in another training, than what is chosen. */
void
patal_training_page_show_batch (PatalTrainingPage *self, gint64 id)
{
  patal_scope_list_set_scope (self->scopes, 0);
  patal_training_choice_set_training (self->training, 0);
  patal_training_page_set_section (self, "batches");
  patal_batches_page_select (self->pages[SECTION_BATCHES], id);
}

gboolean
patal_training_page_leave (PatalTrainingPage *self)
{
  return self->pages[SECTION_BATCHES] == NULL || patal_batches_page_leave (self->pages[SECTION_BATCHES]);
}

GtkWidget *
patal_training_page_new (PatalDocument *document)
{
  PatalTrainingPage *self = g_object_new (PATAL_TYPE_TRAINING_PAGE, NULL);

  self->document = g_object_ref (document);
  patal_scope_list_set_document (self->scopes, document);
  patal_training_choice_set_document (self->training, document);
  patal_training_page_set_section (self, sections[0].id);
  return GTK_WIDGET (self);
}

static void
position_cb (PatalTrainingPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    g_settings_set_int (patal_settings (), "sidebar-width", gtk_paned_get_position (self->paned));
}

static void
patal_training_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SECTION)
    g_value_set_string (value, patal_training_page_get_section (PATAL_TRAINING_PAGE (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
patal_training_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  GVariant *state = g_value_get_variant (value);

  if (id == PROP_SIDEBAR_STATE)
    gtk_widget_set_visible (GTK_WIDGET (PATAL_TRAINING_PAGE (object)->sidebar), state == NULL || g_variant_get_boolean (state));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
patal_training_page_dispose (GObject *object)
{
  g_clear_object (&PATAL_TRAINING_PAGE (object)->document);
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), PATAL_TYPE_TRAINING_PAGE);
  G_OBJECT_CLASS (patal_training_page_parent_class)->dispose (object);
}

static void
patal_training_page_class_init (PatalTrainingPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = patal_training_page_get_property;
  object_class->set_property = patal_training_page_set_property;
  object_class->dispose = patal_training_page_dispose;
  props[PROP_SECTION] = g_param_spec_string ("section", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_SIDEBAR_STATE] = g_param_spec_variant ("sidebar-state", NULL, NULL, G_VARIANT_TYPE_BOOLEAN, NULL,
                                                    G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (PATAL_TYPE_SCOPE_LIST);
  g_type_ensure (PATAL_TYPE_SECTION_LIST);
  g_type_ensure (PATAL_TYPE_TRAINING_CHOICE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/grampatal/GramPatal/ui/patal-training-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PatalTrainingPage, paned);
  gtk_widget_class_bind_template_child (widget_class, PatalTrainingPage, sidebar);
  gtk_widget_class_bind_template_child (widget_class, PatalTrainingPage, sections);
  gtk_widget_class_bind_template_child (widget_class, PatalTrainingPage, training);
  gtk_widget_class_bind_template_child (widget_class, PatalTrainingPage, scopes);
  gtk_widget_class_bind_template_child (widget_class, PatalTrainingPage, stack);
}

static void
patal_training_page_init (PatalTrainingPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  patal_section_list_set_sections (self->sections, sections, N_SECTIONS);
  gtk_paned_set_position (self->paned, g_settings_get_int (patal_settings (), "sidebar-width"));
  g_signal_connect_object (self->paned, "notify::position", G_CALLBACK (position_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sections, "notify::section", G_CALLBACK (section_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->training, "notify::training", G_CALLBACK (tell), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->scopes, "notify::scope", G_CALLBACK (tell), self, G_CONNECT_SWAPPED);
}
