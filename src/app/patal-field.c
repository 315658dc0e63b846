/* patal-field.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-field.h"
#include "patal-text-fault.h"
#include "patal-text.h"

struct _PatalField
{
  AdwBin    parent_instance;
  GtkLabel *caption;
  GtkEntry *entry;
  GtkBox   *error_box;
  GtkImage *error_image;
  GtkLabel *error_label;
  gboolean  setting, has_error;
};

G_DEFINE_FINAL_TYPE (PatalField, patal_field, ADW_TYPE_BIN)

enum { PROP_0, PROP_LABEL, PROP_PURPOSE, PROP_HINT, N_PROPS };
static GParamSpec *props[N_PROPS];
enum { EDITED, ENTERED, N_SIGNALS };
static guint signals[N_SIGNALS];

GtkWidget *
patal_field_new (const char *label)
{
  return g_object_new (PATAL_TYPE_FIELD, "label", label, NULL);
}

const char *
patal_field_get_text (PatalField *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

char *
patal_field_get_value (PatalField *self)
{
  return patal_text_clean (patal_field_get_text (self));
}

void
patal_field_set_text (PatalField *self, const char *text)
{
  self->setting = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text != NULL ? text : "");
  self->setting = FALSE;
  patal_field_set_error (self, NULL);
}

static void
say (PatalField *self, const char *sentence, const char *css_class)
{
  GtkWidget *const coloured[] = { GTK_WIDGET (self->entry), GTK_WIDGET (self->error_image), GTK_WIDGET (self->error_label) };
  GtkAccessible *accessible = GTK_ACCESSIBLE (self->entry);

  for (guint i = 0; i < G_N_ELEMENTS (coloured); i++)
    {
      gtk_widget_remove_css_class (coloured[i], "error");
      gtk_widget_remove_css_class (coloured[i], "warning");
      if (sentence != NULL)
        gtk_widget_add_css_class (coloured[i], css_class);
    }
  gtk_label_set_text (self->error_label, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error_box), sentence != NULL);
  gtk_accessible_update_state (accessible, GTK_ACCESSIBLE_STATE_INVALID,
                               self->has_error ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  if (sentence != NULL)
    gtk_accessible_update_property (accessible, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, sentence, -1);
  else
    gtk_accessible_reset_property (accessible, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

void
patal_field_set_error (PatalField *self, const char *error)
{
  self->has_error = error != NULL;
  say (self, error, "error");
}

void
patal_field_set_warning (PatalField *self, const char *warning)
{
  self->has_error = FALSE;
  say (self, warning, "warning");
}

gboolean
patal_field_has_error (PatalField *self)
{
  return self->has_error;
}

void
patal_field_warn_of_text (PatalField *self)
{
  g_autofree char *typed = patal_field_get_value (self), *sentence = NULL;
  g_autoptr (GArray) faults = typed != NULL && !self->has_error ? patal_text_faults (typed) : NULL;

  if (faults == NULL || faults->len == 0)
    return;
  sentence = patal_text_fault_sentence (typed, &g_array_index (faults, PatalTextFault, 0));
  patal_field_set_warning (self, sentence);
}

static void
changed_cb (PatalField *self)
{
  if (!self->setting)
    g_signal_emit (self, signals[EDITED], 0);
}

static void
activate_cb (PatalField *self)
{
  g_signal_emit (self, signals[ENTERED], 0);
}

static void
patal_field_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PatalField *self = PATAL_FIELD (object);

  switch (id)
    {
    case PROP_LABEL:
      gtk_label_set_label (self->caption, g_value_get_string (value));
      break;
    case PROP_PURPOSE:
      gtk_entry_set_input_purpose (self->entry, g_value_get_enum (value));
      break;
    case PROP_HINT:
      gtk_entry_set_placeholder_text (self->entry, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static gboolean
patal_field_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (PATAL_FIELD (widget)->entry));
}

static void
patal_field_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), PATAL_TYPE_FIELD);
  G_OBJECT_CLASS (patal_field_parent_class)->dispose (object);
}

static void
patal_field_class_init (PatalFieldClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  object_class->set_property = patal_field_set_property;
  object_class->dispose = patal_field_dispose;
  widget_class->grab_focus = patal_field_grab_focus;
  props[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, flags);
  props[PROP_PURPOSE] = g_param_spec_enum ("purpose", NULL, NULL, GTK_TYPE_INPUT_PURPOSE, GTK_INPUT_PURPOSE_FREE_FORM, flags);
  props[PROP_HINT] = g_param_spec_string ("hint", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[EDITED] = g_signal_new ("edited", PATAL_TYPE_FIELD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ENTERED] = g_signal_new ("entered", PATAL_TYPE_FIELD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/grampatal/GramPatal/ui/patal-field.ui");
  gtk_widget_class_bind_template_child (widget_class, PatalField, caption);
  gtk_widget_class_bind_template_child (widget_class, PatalField, entry);
  gtk_widget_class_bind_template_child (widget_class, PatalField, error_box);
  gtk_widget_class_bind_template_child (widget_class, PatalField, error_image);
  gtk_widget_class_bind_template_child (widget_class, PatalField, error_label);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
patal_field_init (PatalField *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
