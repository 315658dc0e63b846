/* patal-tabs.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-tabs.h"
#include <glib/gi18n.h>

typedef enum { TAB_TRAINING, TAB_BOARDS, TAB_DISTRICT, N_TABS } Tab;

struct _PatalTabs
{
  GObject        parent_instance;
  AdwViewStack  *stack;
  PatalDocument *document;
  GAction       *sidebar;
  AdwBin        *places[N_TABS]; /* the child of each is NULL until it is first turned to */
};

G_DEFINE_FINAL_TYPE (PatalTabs, patal_tabs, G_TYPE_OBJECT)

enum { PROP_0, PROP_SHOWN, N_PROPS };
static GParamSpec *props[N_PROPS];

static const struct
{
  const char *id, *title, *icon;
  GtkWidget *(*make) (PatalDocument *document);
  gboolean    has_sidebar;
} tabs[N_TABS] = {
  [TAB_TRAINING] = { "training", N_("Training"), "x-office-calendar-symbolic", patal_training_page_new, TRUE },
  [TAB_BOARDS] = { "boards", N_("Boards"), "video-display-symbolic", patal_boards_page_new, FALSE },
  [TAB_DISTRICT] = { "district", N_("District"), "mark-location-symbolic", patal_district_page_new, TRUE },
};

static GtkWidget *
page_of (PatalTabs *self, Tab tab)
{
  GtkWidget *page = adw_bin_get_child (self->places[tab]);

  if (page != NULL)
    return page;
  page = tabs[tab].make (self->document);
  adw_bin_set_child (self->places[tab], page);
  if (tabs[tab].has_sidebar)
    g_object_bind_property (self->sidebar, "state", page, "sidebar-state", G_BINDING_SYNC_CREATE);
  return page;
}

static gboolean
is_shown (PatalTabs *self, Tab tab)
{
  return adw_view_stack_get_visible_child (self->stack) == GTK_WIDGET (self->places[tab]);
}

PatalBoardsPage *
patal_tabs_get_boards (PatalTabs *self)
{
  return is_shown (self, TAB_BOARDS) ? PATAL_BOARDS_PAGE (page_of (self, TAB_BOARDS)) : NULL;
}

PatalTrainingPage *
patal_tabs_get_training (PatalTabs *self)
{
  return is_shown (self, TAB_TRAINING) ? PATAL_TRAINING_PAGE (page_of (self, TAB_TRAINING)) : NULL;
}

PatalDistrictPage *
patal_tabs_get_district (PatalTabs *self)
{
  return PATAL_DISTRICT_PAGE (page_of (self, TAB_DISTRICT));
}

static void
show_tab (PatalTabs *self, Tab tab)
{
  adw_view_stack_set_visible_child (self->stack, GTK_WIDGET (self->places[tab]));
}

void
patal_tabs_show (PatalTabs *self, const char *tab)
{
  adw_view_stack_set_visible_child_name (self->stack, tab);
}

void
patal_tabs_show_record (PatalTabs *self, const char *kind, gint64 id)
{
  Tab tab = g_str_equal (kind, "work") ? TAB_BOARDS : g_str_equal (kind, "batch") ? TAB_TRAINING : TAB_DISTRICT;
  GtkWidget *page = page_of (self, tab);

  show_tab (self, tab);
  if (tab == TAB_BOARDS)
    patal_boards_page_show_work (PATAL_BOARDS_PAGE (page), id);
  else if (tab == TAB_TRAINING)
    patal_training_page_show_batch (PATAL_TRAINING_PAGE (page), id);
  else
    patal_district_page_show_record (PATAL_DISTRICT_PAGE (page), kind, id);
}

static gboolean
leave_page (PatalTabs *self, Tab tab)
{
  GtkWidget *page = adw_bin_get_child (self->places[tab]);

  switch (tab)
    {
    case TAB_TRAINING:
      return page == NULL || patal_training_page_leave (PATAL_TRAINING_PAGE (page));
    case TAB_BOARDS:
      return page == NULL || patal_boards_page_leave (PATAL_BOARDS_PAGE (page));
    case TAB_DISTRICT:
      return page == NULL || patal_district_page_leave (PATAL_DISTRICT_PAGE (page));
    case N_TABS:
    default:
      return TRUE;
    }
}

/* What is wrong shows behind the question, wherever in the window one had gone meanwhile. */
const char *
patal_tabs_leave (PatalTabs *self)
{
  if (!leave_page (self, TAB_DISTRICT))
    {
      show_tab (self, TAB_DISTRICT);
      if (g_strcmp0 (patal_district_page_get_section (patal_tabs_get_district (self)), "map") != 0)
        patal_district_page_set_section (patal_tabs_get_district (self), "units");
      return _("What is typed for a place is not right, so it cannot be saved.");
    }
  if (!leave_page (self, TAB_BOARDS))
    {
      show_tab (self, TAB_BOARDS);
      return _("What is typed for a work is not right, so it cannot be saved.");
    }
  if (!leave_page (self, TAB_TRAINING))
    {
      show_tab (self, TAB_TRAINING);
      return _("What is typed for a batch is not right, so it cannot be saved.");
    }
  return NULL;
}

void
patal_tabs_let_go (PatalTabs *self)
{
  for (Tab tab = 0; tab < N_TABS; tab++)
    leave_page (self, tab);
}

static void
visible_cb (PatalTabs *self)
{
  for (Tab tab = 0; tab < N_TABS; tab++)
    if (self->places[tab] != NULL && is_shown (self, tab))
      page_of (self, tab);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SHOWN]);
}

PatalTabs *
patal_tabs_new (AdwViewStack *stack, PatalDocument *document, GAction *sidebar)
{
  PatalTabs *self = g_object_new (PATAL_TYPE_TABS, NULL);

  self->stack = g_object_ref (stack);
  self->document = g_object_ref (document);
  self->sidebar = g_object_ref (sidebar);
  for (Tab tab = 0; tab < N_TABS; tab++)
    self->places[tab] = ADW_BIN (g_object_ref_sink (adw_bin_new ()));
  page_of (self, TAB_DISTRICT);
  for (Tab tab = 0; tab < N_TABS; tab++)
    {
      AdwViewStackPage *page = adw_view_stack_add_titled (stack, GTK_WIDGET (self->places[tab]), tabs[tab].id, _(tabs[tab].title));

      adw_view_stack_page_set_icon_name (page, tabs[tab].icon);
    }
  show_tab (self, TAB_DISTRICT);
  g_signal_connect_object (stack, "notify::visible-child", G_CALLBACK (visible_cb), self, G_CONNECT_SWAPPED);
  return self;
}

void
patal_tabs_close (PatalTabs *self)
{
  g_signal_handlers_disconnect_by_func (self->stack, visible_cb, self);
  for (Tab tab = 0; tab < N_TABS; tab++)
    if (self->places[tab] != NULL)
      adw_view_stack_remove (self->stack, GTK_WIDGET (self->places[tab]));
}

static void
patal_tabs_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SHOWN)
    g_value_set_string (value, adw_view_stack_get_visible_child_name (PATAL_TABS (object)->stack));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
patal_tabs_dispose (GObject *object)
{
  PatalTabs *self = PATAL_TABS (object);

  for (Tab tab = 0; tab < N_TABS; tab++)
    g_clear_object (&self->places[tab]);
  g_clear_object (&self->sidebar);
  g_clear_object (&self->document);
  g_clear_object (&self->stack);
  G_OBJECT_CLASS (patal_tabs_parent_class)->dispose (object);
}

static void
patal_tabs_class_init (PatalTabsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = patal_tabs_get_property;
  object_class->dispose = patal_tabs_dispose;
  props[PROP_SHOWN] = g_param_spec_string ("shown", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
patal_tabs_init (G_GNUC_UNUSED PatalTabs *self)
{
}
