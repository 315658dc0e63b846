/* patal-board-record-form.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-board-record-form.h"
#include "patal-accessible.h"
#include "patal-attachment.h"
#include "patal-board-record.h"
#include "patal-choice.h"
#include "patal-degrees.h"
#include "patal-field.h"
#include "patal-reveal.h"
#include "patal-save-bar.h"
#include "patal-settings.h"
#include "patal-template.h"
#include "patal-thumbnail.h"
#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

enum { BUILT_ON, PLACE, LAT, LON, SEEN_ON, SEEN_BY, DEFECT_NOTE, REMARK, N_FIELDS };
static const char *const field_ids[N_FIELDS] = { "built_on", "place", "lat", "lon", "seen_on", "seen_by", "defect_note", "remark" };

struct _PatalBoardRecordForm
{
  AdwBin            parent_instance;
  PatalField       *fields[N_FIELDS];
  PatalChoice      *correct;
  GtkLabel         *print_label;
  GtkBox           *body, *wrong_box, *defects;
  GtkWidget        *defects_error;
  GtkLabel         *defects_label;
  GtkCheckButton   *defect_checks[PATAL_N_DEFECTS];
  PatalThumbnail   *thumbnail;
  GtkButton        *attach_button, *detach_button;
  PatalSaveBar     *bar;
  PatalDocument    *document;
  gint64            work;
  PatalDay          start;          /* the work's */
  char             *name;           /* the work's, as the journal calls it */
  PatalBoardRecord  record;         /* as loaded */
  char             *shown[N_FIELDS];
  GBytes           *photo;          /* (nullable): attached, and not saved yet */
  const char       *photo_type;
  gboolean          photo_taken;    /* the photo that the record has is taken away */
  gboolean          filling, dirty, valid;
};

G_DEFINE_FINAL_TYPE (PatalBoardRecordForm, patal_board_record_form, ADW_TYPE_BIN)

enum { PROP_0, PROP_DIRTY, N_PROPS };
static GParamSpec *props[N_PROPS];

/* --- what is typed, as a record --- */

static gboolean
read_day (PatalBoardRecordForm *self, int field, PatalDay *out, const char **at, GError **error)
{
  g_autofree char *typed = patal_field_get_value (self->fields[field]);

  *out = PATAL_DAY_NONE;
  if (typed == NULL || patal_day_parse (typed, out, error))
    return TRUE;
  *at = field_ids[field];
  return FALSE;
}

static gboolean
read_degrees (PatalBoardRecordForm *self, int field, double *out, const char **at, GError **error)
{
  g_autofree char *typed = patal_field_get_value (self->fields[field]);

  *out = NAN;
  if (typed == NULL || patal_degrees_parse (typed, out, error))
    return TRUE;
  *at = field_ids[field];
  return FALSE;
}

static void
take_text (PatalBoardRecordForm *self, int field, char **into)
{
  g_free (*into);
  *into = patal_field_get_value (self->fields[field]);
}

/* The photo stays as loaded: its bytes have no name before they are put. */
static void
copy_loaded (PatalBoardRecordForm *self, PatalBoardRecord *out)
{
  *out = self->record;
  out->printed = g_strdup (self->record.printed);
  out->place = out->defect_note = out->seen_by = out->remark = NULL;
  out->work = self->work;
}

/* What is marked counts while the board is said to be wrong. */
static guint32
marked_defects (PatalBoardRecordForm *self)
{
  guint32 defects = 0;

  for (PatalDefect i = 0; i < PATAL_N_DEFECTS; i++)
    if (gtk_check_button_get_active (self->defect_checks[i]))
      defects |= 1u << i;
  return patal_choice_get_selected (self->correct) == PATAL_BOARD_WRONG ? defects : 0;
}

static gboolean
read_form (PatalBoardRecordForm *self, PatalBoardRecord *out, const char **at, GError **error)
{
  copy_loaded (self, out);
  take_text (self, PLACE, &out->place);
  take_text (self, SEEN_BY, &out->seen_by);
  take_text (self, REMARK, &out->remark);
  take_text (self, DEFECT_NOTE, &out->defect_note);
  out->correct = patal_choice_get_selected (self->correct);
  out->defects = marked_defects (self);
  if (self->photo_taken || self->photo != NULL)
    out->has_photo = FALSE;
  if (!read_day (self, BUILT_ON, &out->built_on, at, error) || !read_degrees (self, LAT, &out->lat, at, error)
      || !read_degrees (self, LON, &out->lon, at, error) || !read_day (self, SEEN_ON, &out->seen_on, at, error))
    return FALSE;
  out->has_place = !isnan (out->lat) || !isnan (out->lon);
  return patal_board_record_check (out, self->start, patal_day_today (), at, error);
}

static gboolean
differs (PatalBoardRecordForm *self)
{
  if (self->photo != NULL || self->photo_taken || patal_choice_get_selected (self->correct) != self->record.correct
      || marked_defects (self) != self->record.defects)
    return TRUE;
  for (int i = 0; i < N_FIELDS; i++)
    if (g_strcmp0 (patal_field_get_text (self->fields[i]), self->shown[i]) != 0)
      return TRUE;
  return FALSE;
}

/* --- what is shown --- */

static void
set_dirty (PatalBoardRecordForm *self, gboolean dirty)
{
  /* Translators: %s is the name of a work; what can be undone while it is not saved */
  g_autofree char *words = dirty ? g_strdup_printf (_("What was typed for the board of %s"), self->name) : NULL;

  patal_save_bar_set_revealed (self->bar, dirty);
  if (self->dirty == dirty)
    return;
  self->dirty = dirty;
  patal_document_set_typed (self->document, words);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DIRTY]);
}

static void
show_fault (PatalBoardRecordForm *self, const char *field, const GError *error)
{
  gboolean defects = error != NULL && g_strcmp0 (field, "defects") == 0;

  for (int i = 0; i < N_FIELDS; i++)
    {
      patal_field_set_error (self->fields[i], error != NULL && g_strcmp0 (field, field_ids[i]) == 0 ? error->message : NULL);
      if (i == PLACE || i >= SEEN_BY)
        patal_field_warn_of_text (self->fields[i]);
    }
  gtk_label_set_text (self->defects_label, defects ? error->message : "");
  gtk_widget_set_visible (self->defects_error, defects);
}

static void
show_photo_buttons (PatalBoardRecordForm *self)
{
  gboolean there = self->photo != NULL || (self->record.has_photo && !self->photo_taken);

  gtk_button_set_label (self->attach_button, there ? _("_Another Photo…") : _("Attach a _Photo…"));
  patal_accessible_mend_mnemonic (GTK_WIDGET (self->attach_button));
  gtk_widget_set_visible (GTK_WIDGET (self->detach_button), there);
}

static void
typed_cb (PatalBoardRecordForm *self)
{
  g_auto (PatalBoardRecord) typed = { 0 };
  g_autoptr (GError) error = NULL;
  const char *field = NULL;

  if (self->filling || self->work == 0)
    return;
  self->valid = read_form (self, &typed, &field, &error);
  gtk_widget_set_visible (GTK_WIDGET (self->wrong_box), patal_choice_get_selected (self->correct) == PATAL_BOARD_WRONG);
  show_fault (self, field, error);
  show_photo_buttons (self);
  set_dirty (self, differs (self));
  patal_save_bar_set_valid (self->bar, self->valid);
}

static void
show_print (PatalBoardRecordForm *self)
{
  const PatalBoardRecord *record = &self->record;
  g_autoptr (GDateTime) made = g_date_time_new_from_unix_local (record->printed_at);
  g_autofree char *day = NULL, *size = NULL, *words = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->print_label), record->printed_at != 0);
  if (record->printed_at == 0 || made == NULL)
    return;
  day = patal_day_format (patal_day_from_ymd (g_date_time_get_year (made), g_date_time_get_month (made),
                                              g_date_time_get_day_of_month (made)));
  size = record->width_mm > 0 ? patal_board_size_format (record->width_mm, record->height_mm, patal_settings_lang ()) : g_strdup ("");
  /* Translators: the day and the size of a board's first print, which is kept: "20.12.2021", "5 × 4 ft" */
  words = g_strdup_printf (_("First print kept: %s, %s"), day, size);
  gtk_label_set_text (self->print_label, words);
}

static void
show_text (PatalBoardRecordForm *self, int field, const char *text)
{
  patal_field_set_text (self->fields[field], text);
  g_free (self->shown[field]);
  self->shown[field] = g_strdup (patal_field_get_text (self->fields[field]));
}

static void
show_day (PatalBoardRecordForm *self, int field, PatalDay day)
{
  g_autofree char *text = day != PATAL_DAY_NONE ? patal_day_format (day) : NULL;

  show_text (self, field, text);
}

static void
show_degrees (PatalBoardRecordForm *self, int field, double degrees)
{
  g_autofree char *text = self->record.has_place ? patal_degrees_format (degrees) : NULL;

  show_text (self, field, text);
}

static void
fill (PatalBoardRecordForm *self)
{
  const PatalBoardRecord *record = &self->record;

  self->filling = TRUE;
  show_day (self, BUILT_ON, record->built_on);
  show_day (self, SEEN_ON, record->seen_on);
  show_degrees (self, LAT, record->lat);
  show_degrees (self, LON, record->lon);
  show_text (self, PLACE, record->place);
  show_text (self, SEEN_BY, record->seen_by);
  show_text (self, DEFECT_NOTE, record->defect_note);
  show_text (self, REMARK, record->remark);
  patal_choice_set_selected (self->correct, record->correct);
  for (PatalDefect i = 0; i < PATAL_N_DEFECTS; i++)
    gtk_check_button_set_active (self->defect_checks[i], (record->defects & 1u << i) != 0);
  g_clear_pointer (&self->photo, g_bytes_unref);
  self->photo_taken = FALSE;
  patal_thumbnail_set_blob (self->thumbnail, self->document, record->has_photo ? record->photo : NULL);
  show_print (self);
  show_photo_buttons (self);
  show_fault (self, NULL, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->wrong_box), record->correct == PATAL_BOARD_WRONG);
  self->filling = FALSE;
  self->valid = TRUE;
  set_dirty (self, FALSE);
}

/* --- the photo --- */

static void
photo_chosen_cb (gpointer user_data, GBytes *bytes, const char *media_type, const GError *error)
{
  PatalBoardRecordForm *self = user_data;

  if (self->document == NULL)
    return;
  if (bytes == NULL)
    {
      patal_document_complain (self->document, error);
      return;
    }
  g_clear_pointer (&self->photo, g_bytes_unref);
  self->photo = g_bytes_ref (bytes);
  self->photo_type = media_type;
  patal_thumbnail_set_bytes (self->thumbnail, bytes);
  typed_cb (self);
}

static void
attach_cb (PatalBoardRecordForm *self)
{
  patal_attachment_ask (GTK_WIDGET (self), PATAL_ATTACHMENT_PHOTO, photo_chosen_cb, self);
}

static void
detach_cb (PatalBoardRecordForm *self)
{
  g_clear_pointer (&self->photo, g_bytes_unref);
  self->photo_taken = self->record.has_photo;
  patal_thumbnail_set_blob (self->thumbnail, self->document, NULL);
  typed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->attach_button));
}

/* --- writing --- */

typedef struct
{
  PatalBoardRecord record;
  char            *name;
  GBytes          *photo; /* (nullable) */
  const char      *photo_type;
} Errand;

static void
errand_free (gpointer data)
{
  Errand *errand = data;

  patal_board_record_clear (&errand->record);
  g_free (errand->name);
  g_clear_pointer (&errand->photo, g_bytes_unref);
  g_free (errand);
}

static gboolean
write_record (PatalDb *db, gpointer data, GError **error)
{
  Errand *errand = data;

  if (errand->photo != NULL)
    {
      if (!patal_blob_put (db, errand->photo, errand->photo_type, errand->record.photo, error))
        return FALSE;
      errand->record.has_photo = TRUE;
    }
  return patal_board_record_save (db, &errand->record, error);
}

static gpointer
write_job (PatalDb *db, gpointer data, G_GNUC_UNUSED const PatalProgress *progress, GError **error)
{
  return GINT_TO_POINTER (patal_db_edit (db, PATAL_LABEL (N_("Recorded the board of {1}"), ((Errand *) data)->name), write_record, data,
                                         error));
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PatalBoardRecordForm) self = user_data;
  g_autoptr (GError) error = NULL;

  if (patal_document_run_finish (PATAL_DOCUMENT (source), result, &error) != NULL)
    return;
  patal_document_complain (PATAL_DOCUMENT (source), error);
  typed_cb (self); /* what was typed stays, to be saved again */
}

static void
focus_fault (PatalBoardRecordForm *self, const char *field)
{
  GtkWidget *at = g_strcmp0 (field, "defects") == 0 ? GTK_WIDGET (self->defect_checks[0]) : NULL;

  for (int i = 0; i < N_FIELDS; i++)
    if (g_strcmp0 (field, field_ids[i]) == 0)
      at = GTK_WIDGET (self->fields[i]);
  if (at == NULL)
    return;
  gtk_widget_grab_focus (at);
  patal_reveal (at);
}

void
patal_board_record_form_save (PatalBoardRecordForm *self)
{
  Errand *errand = g_new0 (Errand, 1);
  g_autoptr (GError) error = NULL;
  const char *field = NULL;

  if (!self->dirty || !read_form (self, &errand->record, &field, &error))
    {
      show_fault (self, field, error);
      focus_fault (self, field);
      errand_free (errand);
      return;
    }
  errand->name = g_strdup (self->name);
  errand->photo = self->photo != NULL ? g_bytes_ref (self->photo) : NULL;
  errand->photo_type = self->photo_type;
  set_dirty (self, FALSE);
  patal_document_write_async (self->document, write_job, errand, errand_free, NULL, NULL, written_cb, g_object_ref (self));
}

void
patal_board_record_form_discard (PatalBoardRecordForm *self)
{
  if (self->dirty)
    fill (self);
}

gboolean
patal_board_record_form_leave (PatalBoardRecordForm *self)
{
  gboolean valid = self->valid;

  if (!self->dirty)
    return TRUE;
  patal_board_record_form_save (self);
  return valid;
}

/* --- which work --- */

static void
load (PatalBoardRecordForm *self)
{
  g_autoptr (GError) error = NULL;

  patal_board_record_clear (&self->record);
  memset (&self->record, 0, sizeof self->record);
  if (self->work != 0 && !patal_board_record_load (patal_document_reader (self->document), self->work, &self->record, &error))
    patal_document_complain (self->document, error);
}

/* The record as it stands now, with what was typed over the one that was loaded. */
static void
reload (PatalBoardRecordForm *self)
{
  PatalBoardVerdict before = self->record.correct, correct = patal_choice_get_selected (self->correct);
  guint32 marked = self->record.defects;
  g_autoptr (GBytes) photo = g_steal_pointer (&self->photo);
  gboolean dirty = self->dirty, taken = self->photo_taken, flipped[PATAL_N_DEFECTS];
  char *typed[N_FIELDS] = { NULL };

  for (PatalDefect i = 0; i < PATAL_N_DEFECTS; i++)
    flipped[i] = gtk_check_button_get_active (self->defect_checks[i]) != ((marked & 1u << i) != 0);
  for (int i = 0; i < N_FIELDS; i++)
    if (g_strcmp0 (patal_field_get_text (self->fields[i]), self->shown[i]) != 0)
      typed[i] = g_strdup (patal_field_get_text (self->fields[i]));
  load (self);
  fill (self);
  self->filling = TRUE;
  for (int i = 0; dirty && i < N_FIELDS; i++)
    if (typed[i] != NULL)
      patal_field_set_text (self->fields[i], typed[i]);
  for (PatalDefect i = 0; dirty && i < PATAL_N_DEFECTS; i++)
    if (flipped[i])
      gtk_check_button_set_active (self->defect_checks[i], (marked & 1u << i) == 0);
  if (dirty && correct != before)
    patal_choice_set_selected (self->correct, correct);
  if (dirty && photo != NULL)
    {
      self->photo = g_steal_pointer (&photo);
      patal_thumbnail_set_bytes (self->thumbnail, self->photo);
    }
  self->photo_taken = dirty && taken && self->record.has_photo;
  self->filling = FALSE;
  if (dirty)
    typed_cb (self);
  for (int i = 0; i < N_FIELDS; i++)
    g_free (typed[i]);
}

void
patal_board_record_form_set_work (PatalBoardRecordForm *self, const PatalWork *work)
{
  gboolean same = self->work == work->id && work->id != 0;

  self->work = work->id;
  self->start = work->start;
  g_free (self->name);
  self->name = g_strdup (work->name_hi != NULL ? work->name_hi : work->name_en);
  if (same)
    {
      reload (self);
      return;
    }
  load (self);
  fill (self);
}

static void
changed_cb (PatalBoardRecordForm *self, GStrv tables)
{
  if (self->work != 0 && patal_document_touches ((const char *const *) tables, "board"))
    reload (self);
}

void
patal_board_record_form_set_editable (PatalBoardRecordForm *self, gboolean editable)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->body), editable);
}

static void
add_choices (PatalBoardRecordForm *self)
{
  const char *verdicts[PATAL_N_BOARD_VERDICTS + 1] = { NULL };

  for (PatalBoardVerdict i = 0; i < PATAL_N_BOARD_VERDICTS; i++)
    verdicts[i] = _(patal_board_verdict_title (i));
  patal_choice_set_names (self->correct, verdicts);
  for (PatalDefect i = 0; i < PATAL_N_DEFECTS; i++)
    {
      GtkWidget *check = gtk_check_button_new_with_label (_(patal_defect_title (i)));

      self->defect_checks[i] = GTK_CHECK_BUTTON (check);
      g_signal_connect_object (check, "toggled", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->defects, check);
    }
}

GtkWidget *
patal_board_record_form_new (PatalDocument *document)
{
  PatalBoardRecordForm *self = g_object_new (PATAL_TYPE_BOARD_RECORD_FORM, NULL);

  self->document = g_object_ref (document);
  g_signal_connect_object (document, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "drop-typed", G_CALLBACK (patal_board_record_form_discard), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

static gboolean
key_cb (G_GNUC_UNUSED GtkEventControllerKey *controller, guint keyval, G_GNUC_UNUSED guint keycode,
        G_GNUC_UNUSED GdkModifierType state, gpointer user_data)
{
  PatalBoardRecordForm *self = user_data;

  if (keyval != GDK_KEY_Escape || !self->dirty)
    return GDK_EVENT_PROPAGATE;
  patal_board_record_form_discard (self);
  return GDK_EVENT_STOP;
}

static void
patal_board_record_form_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_DIRTY)
    g_value_set_boolean (value, PATAL_BOARD_RECORD_FORM (object)->dirty);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
patal_board_record_form_dispose (GObject *object)
{
  PatalBoardRecordForm *self = PATAL_BOARD_RECORD_FORM (object);

  self->filling = TRUE;
  g_clear_object (&self->document);
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), PATAL_TYPE_BOARD_RECORD_FORM);
  G_OBJECT_CLASS (patal_board_record_form_parent_class)->dispose (object);
}

static void
patal_board_record_form_finalize (GObject *object)
{
  PatalBoardRecordForm *self = PATAL_BOARD_RECORD_FORM (object);

  patal_board_record_clear (&self->record);
  g_clear_pointer (&self->photo, g_bytes_unref);
  g_free (self->name);
  for (int i = 0; i < N_FIELDS; i++)
    g_free (self->shown[i]);
  G_OBJECT_CLASS (patal_board_record_form_parent_class)->finalize (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, PatalBoardRecordForm, name)

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/grampatal/GramPatal/ui/patal-board-record-form.ui");
  for (int i = 0; i < N_FIELDS; i++)
    gtk_widget_class_bind_template_child_full (widget_class, field_ids[i], FALSE,
                                               G_STRUCT_OFFSET (PatalBoardRecordForm, fields) + i * (gssize) sizeof (PatalField *));
  BIND (correct);
  BIND (print_label);
  BIND (body);
  BIND (wrong_box);
  BIND (defects);
  BIND (defects_error);
  BIND (defects_label);
  BIND (thumbnail);
  BIND (attach_button);
  BIND (detach_button);
  BIND (bar);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, attach_cb);
  gtk_widget_class_bind_template_callback (widget_class, detach_cb);
  gtk_widget_class_bind_template_callback (widget_class, patal_board_record_form_save);
  gtk_widget_class_bind_template_callback (widget_class, patal_board_record_form_discard);
}

static void
patal_board_record_form_class_init (PatalBoardRecordFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = patal_board_record_form_get_property;
  object_class->dispose = patal_board_record_form_dispose;
  object_class->finalize = patal_board_record_form_finalize;
  props[PROP_DIRTY] = g_param_spec_boolean ("dirty", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  g_type_ensure (PATAL_TYPE_FIELD);
  g_type_ensure (PATAL_TYPE_CHOICE);
  g_type_ensure (PATAL_TYPE_THUMBNAIL);
  g_type_ensure (PATAL_TYPE_SAVE_BAR);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
patal_board_record_form_init (PatalBoardRecordForm *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  add_choices (self);
  for (int i = 0; i < N_FIELDS; i++)
    {
      g_signal_connect_object (self->fields[i], "edited", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->fields[i], "entered", G_CALLBACK (patal_board_record_form_save), self, G_CONNECT_SWAPPED);
    }
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
