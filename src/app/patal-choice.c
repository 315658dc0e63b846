/* patal-choice.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-choice.h"
#include "patal-drop-down.h"

struct _PatalChoice
{
  AdwBin       parent_instance;
  GtkLabel    *caption, *error_label;
  GtkDropDown *drop_down;
  GtkBox      *error_box;
  gboolean     setting;
};

G_DEFINE_FINAL_TYPE (PatalChoice, patal_choice, ADW_TYPE_BIN)

enum { PROP_0, PROP_LABEL, N_PROPS };
static GParamSpec *props[N_PROPS];
static guint chosen_signal;

GtkWidget *
patal_choice_new (const char *label, const char *const *names)
{
  PatalChoice *self = g_object_new (PATAL_TYPE_CHOICE, "label", label, NULL);

  patal_choice_set_names (self, names);
  return GTK_WIDGET (self);
}

void
patal_choice_set_names (PatalChoice *self, const char *const *names)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (names);

  self->setting = TRUE;
  gtk_drop_down_set_model (self->drop_down, G_LIST_MODEL (list));
  self->setting = FALSE;
}

guint
patal_choice_get_selected (PatalChoice *self)
{
  return gtk_drop_down_get_selected (self->drop_down);
}

void
patal_choice_set_selected (PatalChoice *self, guint position)
{
  self->setting = TRUE;
  gtk_drop_down_set_selected (self->drop_down, position);
  self->setting = FALSE;
}

void
patal_choice_set_error (PatalChoice *self, const char *error)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (self->drop_down);

  gtk_label_set_text (self->error_label, error != NULL ? error : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error_box), error != NULL);
  if (error != NULL)
    gtk_accessible_update_property (accessible, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, error, -1);
  else
    gtk_accessible_reset_property (accessible, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

GtkDropDown *
patal_choice_get_drop_down (PatalChoice *self)
{
  return self->drop_down;
}

static void
selected_cb (PatalChoice *self)
{
  if (!self->setting)
    g_signal_emit (self, chosen_signal, 0);
}

static void
patal_choice_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PatalChoice *self = PATAL_CHOICE (object);
  const char *label = g_value_get_string (value);

  if (id == PROP_LABEL && label != NULL)
    {
      gtk_label_set_label (self->caption, label);
      patal_drop_down_set_name (self->drop_down, label);
    }
  else if (id != PROP_LABEL)
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static gboolean
patal_choice_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (PATAL_CHOICE (widget)->drop_down));
}

static void
patal_choice_dispose (GObject *object)
{
  PATAL_CHOICE (object)->setting = TRUE; /* what is chosen goes with the list: that is nobody's choice */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), PATAL_TYPE_CHOICE);
  G_OBJECT_CLASS (patal_choice_parent_class)->dispose (object);
}

static void
patal_choice_class_init (PatalChoiceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = patal_choice_set_property;
  object_class->dispose = patal_choice_dispose;
  widget_class->grab_focus = patal_choice_grab_focus;
  props[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  chosen_signal = g_signal_new ("chosen", PATAL_TYPE_CHOICE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/grampatal/GramPatal/ui/patal-choice.ui");
  gtk_widget_class_bind_template_child (widget_class, PatalChoice, caption);
  gtk_widget_class_bind_template_child (widget_class, PatalChoice, drop_down);
  gtk_widget_class_bind_template_child (widget_class, PatalChoice, error_box);
  gtk_widget_class_bind_template_child (widget_class, PatalChoice, error_label);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
}

static void
patal_choice_init (PatalChoice *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  patal_drop_down_shorten (self->drop_down);
}
