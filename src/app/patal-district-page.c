/* patal-district-page.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-district-page.h"
#include "patal-calendar-page.h"
#include "patal-people-page.h"
#include "patal-posting.h"
#include "patal-scope-list.h"
#include "patal-section-list.h"
#include "patal-settings.h"
#include "patal-units-page.h"
#include "patal-vacancies-page.h"
#include "patal-venue.h"
#include "patal-venues-page.h"
#include <glib/gi18n.h>

struct _PatalDistrictPage
{
  AdwBin           parent_instance;
  GtkPaned        *paned;
  GtkBox          *sidebar;
  PatalSectionList *sections;
  GtkSeparator    *separator;
  PatalScopeList  *scopes;
  GtkStack        *stack;
  PatalDocument   *document;
  PatalUnitsPage  *units;   /* each NULL until it is first shown */
  PatalRecordPage *people, *vacancies, *venues;
  PatalCalendarPage *calendar;
};

G_DEFINE_FINAL_TYPE (PatalDistrictPage, patal_district_page, ADW_TYPE_BIN)

enum { PROP_0, PROP_SECTION, PROP_SIDEBAR_STATE, N_PROPS };
static GParamSpec *props[N_PROPS];

static const PatalSection sections[] = {
  { "units", N_("Gram Panchayats"), "view-list-bullet-symbolic", "Alt+1" },
  { "map", N_("Map"), "mark-location-symbolic", "Alt+2" },
  { "people", N_("People"), "system-users-symbolic", "Alt+3" },
  { "vacancies", N_("Vacant Posts"), "avatar-default-symbolic", "Alt+4" },
  { "venues", N_("Training Venues"), "user-home-symbolic", "Alt+5" },
  { "calendar", N_("Holidays"), "x-office-calendar-symbolic", "Alt+6" },
};

static void
tell_scope (PatalDistrictPage *self)
{
  gint64 scope = patal_scope_list_get_scope (self->scopes);
  g_autofree char *name = patal_scope_list_name (self->scopes, scope);

  if (self->units != NULL)
    {
      patal_units_page_show_districts (self->units, patal_scope_list_has_many (self->scopes, PATAL_LEVEL_DISTRICT));
      patal_units_page_set_scope (self->units, scope, name);
    }
  if (self->people != NULL)
    patal_record_page_set_scope (self->people, scope, name);
  if (self->vacancies != NULL)
    patal_record_page_set_scope (self->vacancies, scope, name);
  if (self->venues != NULL)
    patal_record_page_set_scope (self->venues, scope, name);
  if (self->calendar != NULL)
    patal_calendar_page_set_scope (self->calendar, scope, scope != 0 ? name : NULL);
}

static GtkWidget *
add_page (PatalDistrictPage *self, GtkWidget *page)
{
  gtk_stack_add_child (self->stack, page);
  return page;
}

/* Pages are built when they are first asked for: the window is on the screen sooner. */
static void
show_section (PatalDistrictPage *self)
{
  const char *section = patal_section_list_get_section (self->sections);
  GtkWidget *page;

  if (g_str_equal (section, "people"))
    {
      if (self->people == NULL)
        self->people = PATAL_RECORD_PAGE (add_page (self, patal_people_page_new (self->document)));
      page = GTK_WIDGET (self->people);
    }
  else if (g_str_equal (section, "vacancies"))
    {
      if (self->vacancies == NULL)
        self->vacancies = PATAL_RECORD_PAGE (add_page (self, patal_vacancies_page_new (self->document)));
      page = GTK_WIDGET (self->vacancies);
    }
  else if (g_str_equal (section, "venues"))
    {
      if (self->venues == NULL)
        self->venues = PATAL_RECORD_PAGE (add_page (self, patal_venues_page_new (self->document)));
      page = GTK_WIDGET (self->venues);
    }
  else if (g_str_equal (section, "calendar"))
    {
      if (self->calendar == NULL)
        self->calendar = PATAL_CALENDAR_PAGE (add_page (self, patal_calendar_page_new (self->document)));
      page = GTK_WIDGET (self->calendar);
    }
  else
    {
      if (self->units == NULL)
        self->units = PATAL_UNITS_PAGE (add_page (self, patal_units_page_new (self->document)));
      patal_units_page_set_view (self->units, g_str_equal (section, "map") ? PATAL_UNITS_MAP : PATAL_UNITS_LIST);
      page = GTK_WIDGET (self->units);
    }
  tell_scope (self);
  gtk_stack_set_visible_child (self->stack, page);
}

const char *
patal_district_page_get_section (PatalDistrictPage *self)
{
  return patal_section_list_get_section (self->sections);
}

void
patal_district_page_set_section (PatalDistrictPage *self, const char *section)
{
  patal_section_list_set_section (self->sections, section);
}

void
patal_district_page_take_focus (PatalDistrictPage *self)
{
  if (g_str_equal (patal_district_page_get_section (self), "units"))
    patal_units_page_take_focus (self->units);
}

static void
section_cb (PatalDistrictPage *self)
{
  show_section (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SECTION]);
}

gint64
patal_district_page_get_scope (PatalDistrictPage *self)
{
  return patal_scope_list_get_scope (self->scopes);
}

int
patal_district_page_get_fy (PatalDistrictPage *self)
{
  return g_strcmp0 (patal_district_page_get_section (self), "calendar") == 0 ? patal_calendar_page_get_fy (self->calendar) : 0;
}

static void
show_unit (PatalDistrictPage *self, gint64 id)
{
  g_auto (PatalUnit) unit = { .population = -1 };
  gint64 scope = patal_scope_list_get_scope (self->scopes);

  if (!patal_unit_load (patal_document_reader (self->document), id, &unit, NULL))
    return;
  if (!g_str_equal (patal_district_page_get_section (self), "map"))
    patal_district_page_set_section (self, "units");
  if (unit.level <= PATAL_LEVEL_BLOCK)
    patal_scope_list_set_scope (self->scopes, id);
  else if (unit.level == PATAL_LEVEL_GP && scope != 0 && scope != unit.parent)
    patal_scope_list_set_scope (self->scopes, unit.parent);
  patal_units_page_select (self->units, id);
}

static gboolean
lies_within (PatalDb *reader, gint64 unit, gint64 scope)
{
  while (unit != 0 && unit != scope)
    {
      g_auto (PatalUnit) loaded = { .population = -1 };

      unit = patal_unit_load (reader, unit, &loaded, NULL) ? loaded.parent : 0;
    }
  return unit == scope;
}

/* What was searched for may lie in another block than the one chosen. */
static void
widen_to_person (PatalDistrictPage *self, gint64 id)
{
  PatalDb *reader = patal_document_reader (self->document);
  gint64 scope = patal_scope_list_get_scope (self->scopes);
  PatalDay today = patal_day_today ();
  g_autoptr (GPtrArray) holdings = patal_holdings_of (reader, id, today, NULL);

  for (guint i = 0; holdings != NULL && i < holdings->len; i++)
    {
      const PatalHolding *holding = g_ptr_array_index (holdings, i);

      if ((holding->from == PATAL_DAY_NONE || holding->from <= today) && (holding->to == PATAL_DAY_NONE || holding->to >= today)
          && lies_within (reader, holding->unit, scope))
        return;
    }
  patal_scope_list_set_scope (self->scopes, 0);
}

static void
widen_to_venue (PatalDistrictPage *self, gint64 id)
{
  PatalDb *reader = patal_document_reader (self->document);
  g_auto (PatalVenue) venue = { 0 };

  if (!patal_venue_load (reader, id, &venue, NULL) || !lies_within (reader, venue.unit, patal_scope_list_get_scope (self->scopes)))
    patal_scope_list_set_scope (self->scopes, 0);
}

void
patal_district_page_show_record (PatalDistrictPage *self, const char *kind, gint64 id)
{
  if (g_str_equal (kind, "unit"))
    show_unit (self, id);
  else if (g_str_equal (kind, "person"))
    {
      patal_district_page_set_section (self, "people");
      widen_to_person (self, id);
      patal_record_page_select (self->people, id);
    }
  else if (g_str_equal (kind, "venue"))
    {
      patal_district_page_set_section (self, "venues");
      widen_to_venue (self, id);
      patal_record_page_select (self->venues, id);
    }
}

void
patal_district_page_show_posts (PatalDistrictPage *self, gint64 unit)
{
  patal_district_page_set_section (self, "units");
  show_unit (self, unit);
  patal_units_page_show_posts (self->units);
}

gboolean
patal_district_page_leave (PatalDistrictPage *self)
{
  return self->units == NULL || patal_units_page_leave (self->units);
}

GtkWidget *
patal_district_page_new (PatalDocument *document)
{
  PatalDistrictPage *self = g_object_new (PATAL_TYPE_DISTRICT_PAGE, NULL);

  self->document = g_object_ref (document);
  patal_scope_list_set_document (self->scopes, document);
  return GTK_WIDGET (self);
}

static void
position_cb (PatalDistrictPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    g_settings_set_int (patal_settings (), "sidebar-width", gtk_paned_get_position (self->paned));
}

static void
patal_district_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SECTION)
    g_value_set_string (value, patal_district_page_get_section (PATAL_DISTRICT_PAGE (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
patal_district_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  GVariant *state = g_value_get_variant (value);

  if (id == PROP_SIDEBAR_STATE)
    gtk_widget_set_visible (GTK_WIDGET (PATAL_DISTRICT_PAGE (object)->sidebar), state == NULL || g_variant_get_boolean (state));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
patal_district_page_dispose (GObject *object)
{
  PatalDistrictPage *self = PATAL_DISTRICT_PAGE (object);

  g_clear_object (&self->document);
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), PATAL_TYPE_DISTRICT_PAGE);
  G_OBJECT_CLASS (patal_district_page_parent_class)->dispose (object);
}

static void
patal_district_page_class_init (PatalDistrictPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = patal_district_page_get_property;
  object_class->set_property = patal_district_page_set_property;
  object_class->dispose = patal_district_page_dispose;
  props[PROP_SECTION] = g_param_spec_string ("section", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_SIDEBAR_STATE] = g_param_spec_variant ("sidebar-state", NULL, NULL, G_VARIANT_TYPE_BOOLEAN, NULL,
                                                    G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (PATAL_TYPE_SCOPE_LIST);
  g_type_ensure (PATAL_TYPE_SECTION_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/grampatal/GramPatal/ui/patal-district-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PatalDistrictPage, paned);
  gtk_widget_class_bind_template_child (widget_class, PatalDistrictPage, sidebar);
  gtk_widget_class_bind_template_child (widget_class, PatalDistrictPage, sections);
  gtk_widget_class_bind_template_child (widget_class, PatalDistrictPage, separator);
  gtk_widget_class_bind_template_child (widget_class, PatalDistrictPage, scopes);
  gtk_widget_class_bind_template_child (widget_class, PatalDistrictPage, stack);
}

static void
patal_district_page_init (PatalDistrictPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  patal_section_list_set_sections (self->sections, sections, G_N_ELEMENTS (sections));
  gtk_paned_set_position (self->paned, g_settings_get_int (patal_settings (), "sidebar-width"));
  g_signal_connect_object (self->paned, "notify::position", G_CALLBACK (position_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sections, "notify::section", G_CALLBACK (section_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->scopes, "notify::scope", G_CALLBACK (tell_scope), self, G_CONNECT_SWAPPED);
}
