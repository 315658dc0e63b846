/* patal-work-doc-row.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-work-doc-row.h"
#include "patal-attachment.h"
#include "patal-bytes-file.h"
#include "patal-field.h"
#include "patal-number.h"
#include "patal-reveal.h"
#include "patal-settings.h"
#include "patal-work-doc-change.h"
#include <glib/gi18n.h>

enum { PAGE_FROM, PAGE_TO, VERIFIED_BY, VERIFIED_ON, REMARK, N_FIELDS };
static const char *const field_ids[N_FIELDS] = { "page_from", "page_to", "verified_by", "verified_on", "remark" };

struct _PatalWorkDocRow
{
  GtkListBoxRow   parent_instance;
  GtkCheckButton *available, *applicable;
  GtkLabel       *name, *meta;
  GtkImage       *scan_image;
  GtkToggleButton *opener;
  GtkRevealer    *revealer;
  PatalField     *fields[N_FIELDS];
  GtkButton      *attach_button, *open_button, *export_button, *detach_button;
  PatalDocument  *document;
  PatalWorkDoc    doc;      /* as in the file, its texts too */
  char           *journal_name, *work_name;
  char           *shown[N_FIELDS];
  gboolean        filling, dirty, valid;
};

G_DEFINE_FINAL_TYPE (PatalWorkDocRow, patal_work_doc_row, GTK_TYPE_LIST_BOX_ROW)

enum { PROP_0, PROP_EXPANDED, N_PROPS };
static GParamSpec *props[N_PROPS];

/* --- what is typed --- */

static gboolean
read_page (PatalWorkDocRow *self, int field, int *out, GError **error)
{
  g_autofree char *typed = patal_field_get_value (self->fields[field]);
  gint64 n = 0;

  if (typed != NULL && !patal_number_parse (typed, &n, error))
    return FALSE;
  if (typed != NULL && (n < 1 || n > G_MAXINT))
    return patal_value_fail (error, PATAL_VALUE_ERROR_RANGE, _("Pages are counted from 1"));
  *out = (int) n;
  return TRUE;
}

/* @out: its texts are the caller's. */
static gboolean
read_details (PatalWorkDocRow *self, PatalWorkDoc *out, const char **field, GError **error)
{
  g_autofree char *day = patal_field_get_value (self->fields[VERIFIED_ON]);

  *out = self->doc;
  out->verified_by = patal_field_get_value (self->fields[VERIFIED_BY]);
  out->remark = patal_field_get_value (self->fields[REMARK]);
  out->verified_on = PATAL_DAY_NONE;
  for (int i = PAGE_FROM; i <= PAGE_TO; i++)
    if (!read_page (self, i, i == PAGE_FROM ? &out->page_from : &out->page_to, error))
      {
        *field = field_ids[i];
        return FALSE;
      }
  if (day != NULL && !patal_day_parse (day, &out->verified_on, error))
    {
      *field = field_ids[VERIFIED_ON];
      return FALSE;
    }
  return patal_work_doc_check (out, field, error);
}

static void
set_dirty (PatalWorkDocRow *self, gboolean dirty)
{
  /* Translators: %s is a document of a work file; what can be undone while it is not saved */
  g_autofree char *words = dirty ? g_strdup_printf (_("What was typed for %s"), gtk_label_get_text (self->name)) : NULL;

  if (self->dirty == dirty)
    return;
  self->dirty = dirty;
  patal_document_set_typed (self->document, words);
}

static void
show_fault (PatalWorkDocRow *self, const char *field, const GError *error)
{
  for (int i = 0; i < N_FIELDS; i++)
    patal_field_set_error (self->fields[i], error != NULL && g_strcmp0 (field, field_ids[i]) == 0 ? error->message : NULL);
  patal_field_warn_of_text (self->fields[VERIFIED_BY]);
  patal_field_warn_of_text (self->fields[REMARK]);
}

static gboolean
some_text_differs (PatalWorkDocRow *self)
{
  for (int i = 0; i < N_FIELDS; i++)
    if (g_strcmp0 (patal_field_get_text (self->fields[i]), self->shown[i]) != 0)
      return TRUE;
  return FALSE;
}

static void
typed_cb (PatalWorkDocRow *self)
{
  PatalWorkDoc typed = { 0 };
  g_autoptr (GError) error = NULL;
  const char *field = NULL;

  if (self->filling)
    return;
  self->valid = read_details (self, &typed, &field, &error);
  show_fault (self, field, error);
  set_dirty (self, some_text_differs (self));
  g_free (typed.verified_by);
  g_free (typed.remark);
}

/* --- what is shown --- */

static void
show_text (PatalWorkDocRow *self, int field, const char *text)
{
  patal_field_set_text (self->fields[field], text);
  g_free (self->shown[field]);
  self->shown[field] = g_strdup (patal_field_get_text (self->fields[field]));
}

static void
show_page (PatalWorkDocRow *self, int field, int page)
{
  g_autofree char *text = page != 0 ? g_strdup_printf ("%d", page) : NULL;

  show_text (self, field, text);
}

static void
show_details (PatalWorkDocRow *self)
{
  g_autofree char *day = self->doc.verified_on != PATAL_DAY_NONE ? patal_day_format (self->doc.verified_on) : NULL;

  show_page (self, PAGE_FROM, self->doc.page_from);
  show_page (self, PAGE_TO, self->doc.page_to);
  show_text (self, VERIFIED_BY, self->doc.verified_by);
  show_text (self, VERIFIED_ON, day);
  show_text (self, REMARK, self->doc.remark);
  show_fault (self, NULL, NULL);
  self->valid = TRUE;
  set_dirty (self, FALSE);
}

static void
append_part (GString *meta, const char *part)
{
  g_string_append_printf (meta, "%s%s", meta->len > 0 ? " · " : "", part);
}

/* "pages 12–15 · S. Sahu, 20.12.2021 · remark" */
static char *
meta_of (const PatalWorkDoc *doc)
{
  g_autofree char *day = doc->verified_on != PATAL_DAY_NONE ? patal_day_format (doc->verified_on) : NULL;
  GString *meta = g_string_new (NULL);

  if (!doc->applicable)
    append_part (meta, _("Does not apply"));
  if (doc->page_from != 0)
    {
      g_autofree char *pages = doc->page_to > doc->page_from ? g_strdup_printf (_("pages %d–%d"), doc->page_from, doc->page_to)
                                                             : g_strdup_printf (_("page %d"), doc->page_from);

      append_part (meta, pages);
    }
  if (doc->verified_by != NULL)
    append_part (meta, doc->verified_by);
  if (day != NULL)
    append_part (meta, day);
  if (doc->remark != NULL)
    append_part (meta, doc->remark);
  return g_string_free (meta, FALSE);
}

static void
show_state (PatalWorkDocRow *self)
{
  const PatalWorkDoc *doc = &self->doc;
  g_autofree char *meta = meta_of (doc);

  self->filling = TRUE;
  gtk_check_button_set_active (self->available, doc->available);
  gtk_check_button_set_active (self->applicable, doc->applicable);
  self->filling = FALSE;
  gtk_label_set_text (self->meta, meta);
  gtk_widget_set_visible (GTK_WIDGET (self->meta), *meta != '\0');
  gtk_widget_set_visible (GTK_WIDGET (self->scan_image), doc->has_scan);
  gtk_widget_set_visible (GTK_WIDGET (self->open_button), doc->has_scan);
  gtk_widget_set_visible (GTK_WIDGET (self->export_button), doc->has_scan);
  gtk_widget_set_visible (GTK_WIDGET (self->detach_button), doc->has_scan);
  gtk_widget_set_visible (GTK_WIDGET (self->attach_button), !doc->has_scan);
  if (doc->applicable)
    gtk_widget_remove_css_class (GTK_WIDGET (self->name), "dim-label");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->name), "dim-label");
}

void
patal_work_doc_row_set_doc (PatalWorkDocRow *self, const PatalWorkDoc *doc, guint number, const PatalDocType *type, const char *work_name)
{
  const char *shown = patal_settings_pick (type->names[PATAL_LANG_HI], type->names[PATAL_LANG_EN]);
  g_autofree char *title = g_strdup_printf ("%u. %s", number, shown);
  /* Translators: a button that opens the details of a document of a work's file: "4. Technical sanction" */
  g_autofree char *opens = g_strdup_printf (_("Pages, verification, scan: %s"), title);
  gboolean same = self->doc.work == doc->work && self->doc.type == doc->type;
  char *typed[N_FIELDS] = { NULL };

  for (int i = 0; same && self->dirty && i < N_FIELDS; i++)
    if (g_strcmp0 (patal_field_get_text (self->fields[i]), self->shown[i]) != 0)
      typed[i] = g_strdup (patal_field_get_text (self->fields[i]));
  g_free (self->doc.verified_by);
  g_free (self->doc.remark);
  g_free (self->journal_name);
  g_free (self->work_name);
  self->doc = *doc;
  self->doc.verified_by = g_strdup (doc->verified_by);
  self->doc.remark = g_strdup (doc->remark);
  self->journal_name = g_strdup (type->names[PATAL_LANG_HI] != NULL ? type->names[PATAL_LANG_HI] : type->names[PATAL_LANG_EN]);
  self->work_name = g_strdup (work_name);
  gtk_label_set_text (self->name, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->available), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->opener), GTK_ACCESSIBLE_PROPERTY_LABEL, opens, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  show_state (self);
  show_details (self);
  for (int i = 0; i < N_FIELDS; i++)
    if (typed[i] != NULL)
      {
        patal_field_set_text (self->fields[i], typed[i]);
        g_free (typed[i]);
      }
  typed_cb (self);
}

/* --- what is changed --- */

static void
change (PatalWorkDocRow *self, const PatalWorkDoc *doc, PatalDocParts parts, GBytes *scan, const char *media_type)
{
  patal_work_doc_change (self->document, doc, parts, scan, media_type, self->journal_name, self->work_name);
}

static void
available_cb (PatalWorkDocRow *self)
{
  if (self->filling)
    return;
  self->doc.available = gtk_check_button_get_active (self->available);
  self->doc.applicable |= self->doc.available;
  show_state (self);
  change (self, &self->doc, PATAL_DOC_STATE, NULL, NULL);
}

static void
applicable_cb (PatalWorkDocRow *self)
{
  if (self->filling)
    return;
  self->doc.applicable = gtk_check_button_get_active (self->applicable);
  self->doc.available &= self->doc.applicable;
  show_state (self);
  change (self, &self->doc, PATAL_DOC_STATE, NULL, NULL);
}

void
patal_work_doc_row_set_editable (PatalWorkDocRow *self, gboolean editable)
{
  GtkWidget *const changers[] = {
    GTK_WIDGET (self->available), GTK_WIDGET (self->applicable), GTK_WIDGET (self->attach_button), GTK_WIDGET (self->detach_button),
  };

  for (gsize i = 0; i < G_N_ELEMENTS (changers); i++)
    gtk_widget_set_sensitive (changers[i], editable);
  for (int i = 0; i < N_FIELDS; i++)
    gtk_widget_set_sensitive (GTK_WIDGET (self->fields[i]), editable);
}

void
patal_work_doc_row_toggle (PatalWorkDocRow *self)
{
  if (gtk_widget_get_sensitive (GTK_WIDGET (self->available)))
    gtk_check_button_set_active (self->available, !gtk_check_button_get_active (self->available));
}

gboolean
patal_work_doc_row_leave (PatalWorkDocRow *self)
{
  PatalWorkDoc typed = { 0 };
  g_autoptr (GError) error = NULL;
  const char *field = NULL;
  gboolean valid = TRUE;

  if (!self->dirty)
    return TRUE;
  valid = read_details (self, &typed, &field, &error);
  show_fault (self, field, error);
  if (valid)
    {
      set_dirty (self, FALSE);
      change (self, &typed, PATAL_DOC_DETAILS, NULL, NULL);
    }
  g_free (typed.verified_by);
  g_free (typed.remark);
  return valid;
}

static void
entered_cb (PatalWorkDocRow *self)
{
  if (patal_work_doc_row_leave (self))
    patal_work_doc_row_set_expanded (self, FALSE);
}

static void
discard_cb (PatalWorkDocRow *self)
{
  if (self->dirty)
    show_details (self);
}

static void
scan_chosen_cb (gpointer user_data, GBytes *bytes, const char *media_type, const GError *error)
{
  PatalWorkDocRow *self = user_data;

  if (self->document == NULL)
    return;
  if (bytes == NULL)
    {
      patal_document_complain (self->document, error);
      return;
    }
  change (self, &self->doc, PATAL_DOC_SCAN, bytes, media_type);
  if (!self->doc.available)
    gtk_check_button_set_active (self->available, TRUE); /* whoever scans it has it */
}

static void
attach_cb (PatalWorkDocRow *self)
{
  patal_attachment_ask (GTK_WIDGET (self), PATAL_ATTACHMENT_SCAN, scan_chosen_cb, self);
}

static void
open_cb (PatalWorkDocRow *self)
{
  patal_blob_file_open (GTK_WIDGET (self), self->document, self->doc.scan, self->journal_name);
}

static void
export_cb (PatalWorkDocRow *self)
{
  patal_blob_file_export (GTK_WIDGET (self), self->document, self->doc.scan, self->journal_name);
}

static void
detach_cb (PatalWorkDocRow *self)
{
  change (self, &self->doc, PATAL_DOC_SCAN, NULL, NULL);
}

/* --- open and closed --- */

gboolean
patal_work_doc_row_get_expanded (PatalWorkDocRow *self)
{
  return gtk_revealer_get_reveal_child (self->revealer);
}

void
patal_work_doc_row_set_expanded (PatalWorkDocRow *self, gboolean expanded)
{
  if (expanded == patal_work_doc_row_get_expanded (self))
    return;
  gtk_revealer_set_reveal_child (self->revealer, expanded);
  gtk_toggle_button_set_active (self->opener, expanded);
  gtk_button_set_icon_name (GTK_BUTTON (self->opener), expanded ? "pan-up-symbolic" : "pan-down-symbolic");
  if (expanded)
    patal_reveal (GTK_WIDGET (self));
  else if (gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_EXPANDED]);
}

static void
opener_cb (PatalWorkDocRow *self)
{
  patal_work_doc_row_set_expanded (self, gtk_toggle_button_get_active (self->opener));
}

static void
focus_left_cb (PatalWorkDocRow *self)
{
  if (self->document != NULL)
    patal_work_doc_row_leave (self);
}

GtkWidget *
patal_work_doc_row_new (PatalDocument *document)
{
  PatalWorkDocRow *self = g_object_new (PATAL_TYPE_WORK_DOC_ROW, NULL);

  self->document = g_object_ref (document);
  g_signal_connect_object (document, "drop-typed", G_CALLBACK (discard_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

static gboolean
key_cb (G_GNUC_UNUSED GtkEventControllerKey *controller, guint keyval, G_GNUC_UNUSED guint keycode,
        G_GNUC_UNUSED GdkModifierType state, gpointer user_data)
{
  PatalWorkDocRow *self = user_data;

  if (keyval == GDK_KEY_space && gtk_widget_is_focus (GTK_WIDGET (self)))
    patal_work_doc_row_toggle (self);
  else if (keyval == GDK_KEY_Escape && self->dirty)
    discard_cb (self);
  else if (keyval == GDK_KEY_Escape && patal_work_doc_row_get_expanded (self))
    patal_work_doc_row_set_expanded (self, FALSE);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static void
patal_work_doc_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_EXPANDED)
    g_value_set_boolean (value, patal_work_doc_row_get_expanded (PATAL_WORK_DOC_ROW (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
patal_work_doc_row_dispose (GObject *object)
{
  PatalWorkDocRow *self = PATAL_WORK_DOC_ROW (object);

  self->filling = TRUE;
  g_clear_object (&self->document);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), PATAL_TYPE_WORK_DOC_ROW);
  G_OBJECT_CLASS (patal_work_doc_row_parent_class)->dispose (object);
}

static void
patal_work_doc_row_finalize (GObject *object)
{
  PatalWorkDocRow *self = PATAL_WORK_DOC_ROW (object);

  g_free (self->doc.verified_by);
  g_free (self->doc.remark);
  g_free (self->journal_name);
  g_free (self->work_name);
  for (int i = 0; i < N_FIELDS; i++)
    g_free (self->shown[i]);
  G_OBJECT_CLASS (patal_work_doc_row_parent_class)->finalize (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, PatalWorkDocRow, name)

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/grampatal/GramPatal/ui/patal-work-doc-row.ui");
  for (int i = 0; i < N_FIELDS; i++)
    gtk_widget_class_bind_template_child_full (widget_class, field_ids[i], FALSE,
                                               G_STRUCT_OFFSET (PatalWorkDocRow, fields) + i * (gssize) sizeof (PatalField *));
  BIND (available);
  BIND (applicable);
  BIND (name);
  BIND (meta);
  BIND (scan_image);
  BIND (opener);
  BIND (revealer);
  BIND (attach_button);
  BIND (open_button);
  BIND (export_button);
  BIND (detach_button);
  gtk_widget_class_bind_template_callback (widget_class, available_cb);
  gtk_widget_class_bind_template_callback (widget_class, applicable_cb);
  gtk_widget_class_bind_template_callback (widget_class, opener_cb);
  gtk_widget_class_bind_template_callback (widget_class, attach_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
  gtk_widget_class_bind_template_callback (widget_class, export_cb);
  gtk_widget_class_bind_template_callback (widget_class, detach_cb);
}

static void
patal_work_doc_row_class_init (PatalWorkDocRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = patal_work_doc_row_get_property;
  object_class->dispose = patal_work_doc_row_dispose;
  object_class->finalize = patal_work_doc_row_finalize;
  props[PROP_EXPANDED] = g_param_spec_boolean ("expanded", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  g_type_ensure (PATAL_TYPE_FIELD);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
patal_work_doc_row_init (PatalWorkDocRow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new (), *focus = gtk_event_controller_focus_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  for (int i = 0; i < N_FIELDS; i++)
    {
      g_signal_connect_object (self->fields[i], "edited", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->fields[i], "entered", G_CALLBACK (entered_cb), self, G_CONNECT_SWAPPED);
    }
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE); /* before the list takes the space bar for itself */
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}
