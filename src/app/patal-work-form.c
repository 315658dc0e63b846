/* patal-work-form.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-work-form.h"
#include "patal-choice.h"
#include "patal-field.h"
#include "patal-level-word.h"
#include "patal-material-list.h"
#include "patal-record-chooser.h"
#include "patal-reveal.h"
#include "patal-save-bar.h"
#include "patal-scheme.h"
#include "patal-settings.h"
#include "patal-unit.h"
#include "patal-work-member.h"
#include "patal-work-sum.h"
#include <glib/gi18n.h>

struct _PatalWorkForm
{
  AdwBin              parent_instance;
  PatalField         *fields[PATAL_N_MEMBERS];
  AdwBin             *gp_place;
  PatalRecordChooser *gp;
  PatalChoice        *kind, *status, *scheme;
  PatalMaterialList  *materials;
  GtkBox             *body, *beneficiary_group;
  GtkExpander        *completion, *more;
  GtkLabel           *ratio, *spent_ratio, *rate_note;
  GtkButton          *total_offer, *spent_offer, *rate_offer;
  PatalSaveBar       *bar;
  PatalDocument      *document;
  PatalWork           work;                   /* as loaded */
  PatalWork           typed;
  char               *shown[PATAL_N_MEMBERS]; /* what the fields said before anything was typed */
  GStrv               shown_materials;
  GPtrArray          *schemes;                /* (nullable) (element-type PatalScheme): what the choice offers after "none" */
  gint64              known_rate;             /* paise; 0: none is known */
  gboolean            filling, dirty, valid;
};

G_DEFINE_FINAL_TYPE (PatalWorkForm, patal_work_form, ADW_TYPE_BIN)

enum { PROP_0, PROP_DIRTY, N_PROPS };
static GParamSpec *props[N_PROPS];
enum { TYPED, SAVED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* --- what is typed, as a work --- */

typedef struct
{
  const char *field; /* the first field at fault */
  GError     *error;
} Fault;

static void
fault (Fault *at, const char *field, GError *error)
{
  if (at->error == NULL)
    *at = (Fault) { field, error };
  else
    g_error_free (error);
}

static gint64
chosen_scheme (PatalWorkForm *self)
{
  guint position = patal_choice_get_selected (self->scheme);

  if (self->schemes == NULL || position == 0 || position > self->schemes->len)
    return 0;
  return ((PatalScheme *) g_ptr_array_index (self->schemes, position - 1))->id;
}

/* The chooser finds places of every level; a work is done in a gram panchayat. */
static void
check_level (PatalWorkForm *self, gint64 gp, Fault *at)
{
  g_auto (PatalUnit) unit = { .population = -1 };

  if (gp != 0 && patal_unit_load (patal_document_reader (self->document), gp, &unit, NULL) && unit.level != PATAL_LEVEL_GP)
    /* Translators: %s is what was chosen instead: "Block" */
    fault (at, "gp", g_error_new (PATAL_WORK_ERROR, PATAL_WORK_ERROR_GP, _("A gram panchayat is needed here; this is: %s"),
                                  patal_level_word (unit.level)));
}

/* FALSE: @at says which field is at fault and why. What cannot be read is in self->typed as it was loaded. */
static gboolean
read_form (PatalWorkForm *self, Fault *at)
{
  PatalWork *typed = &self->typed;
  GPtrArray *materials = NULL;
  GError *error = NULL;

  patal_work_clear (typed);
  patal_work_copy (typed, &self->work);
  typed->gp = patal_record_chooser_get_record (self->gp);
  typed->kind = patal_choice_get_selected (self->kind);
  typed->status = patal_choice_get_selected (self->status);
  typed->scheme = chosen_scheme (self);
  check_level (self, typed->gp, at);
  for (PatalWorkMember i = 0; i < PATAL_N_MEMBERS; i++)
    if (!patal_work_member_parse (i, typed, patal_field_get_text (self->fields[i]), &error))
      fault (at, patal_work_member_id (i), g_steal_pointer (&error));
  if (patal_material_list_read (self->materials, &materials, &error))
    {
      g_clear_pointer (&typed->materials, g_ptr_array_unref);
      typed->materials = materials;
    }
  else
    fault (at, "materials", g_steal_pointer (&error));
  return at->error == NULL && patal_work_check (typed, &at->field, &at->error);
}

/* Also where what is typed cannot be read, and so is not in any work. */
static gboolean
some_text_differs (PatalWorkForm *self)
{
  g_auto (GStrv) typed = patal_material_list_get_typed (self->materials);

  for (PatalWorkMember i = 0; i < PATAL_N_MEMBERS; i++)
    if (g_strcmp0 (patal_field_get_text (self->fields[i]), self->shown[i]) != 0)
      return TRUE;
  return !g_strv_equal ((const char *const *) typed, (const char *const *) self->shown_materials);
}

/* --- what follows from what is typed --- */

static void
follow_rate (PatalWorkForm *self)
{
  const PatalWork *typed = &self->typed;
  gboolean verified = FALSE;
  g_autofree char *shown = NULL, *words = NULL;

  self->known_rate = 0;
  if (typed->scheme != 0 && typed->gp != 0
      && !patal_wage_rate (patal_document_reader (self->document), typed->scheme, typed->gp,
                           patal_work_day (typed, patal_day_today ()), &self->known_rate,
                           &verified, NULL))
    self->known_rate = 0;
  if (self->known_rate != 0 && self->known_rate != typed->rate_paise)
    {
      shown = patal_money_format (self->known_rate, PATAL_MONEY_RUPEES);
      /* Translators: %s is an amount: the wage rate of the state at that time */
      words = g_strdup_printf (verified ? _("Take the known rate: %s") : _("Take the known rate: %s (unverified)"), shown);
    }
  patal_work_sum_show_offer (self->rate_offer, words);
  patal_work_sum_show_note (self->rate_note, self->known_rate != 0 && self->known_rate == typed->rate_paise && !verified
                                  ? _("Unverified: no order is named for this rate") : NULL);
}

static void
follow_fy (PatalWorkForm *self)
{
  g_autofree char *year = patal_fy_label (patal_fy_of (patal_work_day (&self->typed, patal_day_today ())));
  /* Translators: in an empty field, as an example of what to write: %s is a financial year such as 2025-26 */
  g_autofree char *hint = g_strdup_printf (_("such as %s"), year);

  g_object_set (self->fields[PATAL_MEMBER_FY], "hint", hint, NULL);
}

static gboolean
some_filled (PatalWorkForm *self, PatalWorkMember from, PatalWorkMember to)
{
  for (PatalWorkMember i = from; i <= to; i++)
    if (*patal_field_get_text (self->fields[i]) != '\0')
      return TRUE;
  return FALSE;
}

static void
follow (PatalWorkForm *self)
{
  const PatalWork *typed = &self->typed;

  patal_work_sum_follow (self->total_offer, self->ratio, self->fields[PATAL_MEMBER_TOTAL], &typed->sanctioned);
  patal_work_sum_follow (self->spent_offer, self->spent_ratio, self->fields[PATAL_MEMBER_SPENT_TOTAL], &typed->spent);
  follow_rate (self);
  follow_fy (self);
  /* what stands there is never hidden, whatever the kind says */
  gtk_widget_set_visible (GTK_WIDGET (self->beneficiary_group),
                          typed->kind == PATAL_WORK_INDIVIDUAL
                              || some_filled (self, PATAL_MEMBER_BENEFICIARY, PATAL_MEMBER_JOB_CARD));
}

static char *
typed_words (PatalWorkForm *self)
{
  if (self->work.id == 0)
    return g_strdup (_("What was typed for the new work"));
  return g_strdup_printf (_("What was typed for %s"), patal_settings_pick (self->work.name_hi, self->work.name_en));
}

static void
set_dirty (PatalWorkForm *self, gboolean dirty)
{
  g_autofree char *words = dirty ? typed_words (self) : NULL;

  patal_save_bar_set_revealed (self->bar, dirty);
  if (self->dirty == dirty)
    return;
  self->dirty = dirty;
  patal_document_set_typed (self->document, words);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DIRTY]);
}

/* --- which field a name means --- */

static GtkWidget *
widget_of (PatalWorkForm *self, const char *field)
{
  const struct { const char *id; gpointer widget; } others[] = {
    { "gp", self->gp }, { "kind", self->kind }, { "status", self->status }, { "scheme", self->scheme }, { "materials", self->materials },
  };

  for (PatalWorkMember i = 0; i < PATAL_N_MEMBERS; i++)
    if (g_strcmp0 (field, patal_work_member_id (i)) == 0)
      return GTK_WIDGET (self->fields[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    if (g_strcmp0 (field, others[i].id) == 0)
      return others[i].widget;
  return NULL;
}

static void
show_fault (PatalWorkForm *self, const Fault *at)
{
  GtkWidget *wrong = at->error != NULL ? widget_of (self, at->field) : NULL;
  const char *sentence = at->error != NULL ? at->error->message : NULL;

  for (PatalWorkMember i = 0; i < PATAL_N_MEMBERS; i++)
    {
      patal_field_set_error (self->fields[i], wrong == GTK_WIDGET (self->fields[i]) ? sentence : NULL);
      if (patal_work_member_is_text (i))
        patal_field_warn_of_text (self->fields[i]);
    }
  patal_record_chooser_set_error (self->gp, wrong == GTK_WIDGET (self->gp) ? sentence : NULL);
  patal_choice_set_error (self->kind, wrong == GTK_WIDGET (self->kind) ? sentence : NULL);
  patal_choice_set_error (self->status, wrong == GTK_WIDGET (self->status) ? sentence : NULL);
  patal_choice_set_error (self->scheme, wrong == GTK_WIDGET (self->scheme) ? sentence : NULL);
  patal_material_list_set_error (self->materials, wrong == GTK_WIDGET (self->materials) ? sentence : NULL);
}

static void
typed_cb (PatalWorkForm *self)
{
  Fault at = { 0 };

  if (self->filling || self->document == NULL)
    return;
  self->valid = read_form (self, &at);
  show_fault (self, &at);
  follow (self);
  set_dirty (self, patal_work_differs (&self->typed, &self->work) || (at.error != NULL && some_text_differs (self)));
  patal_save_bar_set_valid (self->bar, self->valid);
  g_clear_error (&at.error);
  g_signal_emit (self, signals[TYPED], 0);
}

/* Whoever chooses a village has said two things at once. */
static void
place_chosen_cb (PatalWorkForm *self)
{
  g_auto (PatalUnit) unit = { .population = -1 };

  if (patal_unit_load (patal_document_reader (self->document), patal_record_chooser_get_record (self->gp), &unit, NULL)
      && unit.level == PATAL_LEVEL_VILLAGE)
    {
      patal_record_chooser_set_record (self->gp, unit.parent);
      patal_field_set_text (self->fields[PATAL_MEMBER_VILLAGE], patal_settings_pick (unit.name_hi, unit.name_en));
    }
  typed_cb (self);
}

static void
status_chosen_cb (PatalWorkForm *self)
{
  typed_cb (self);
  if (patal_work_is_ended (&self->typed))
    gtk_expander_set_expanded (self->completion, TRUE);
}

static void
take_amount (PatalWorkForm *self, PatalWorkMember member, gint64 paise)
{
  g_autofree char *text = patal_money_format (paise, PATAL_MONEY_RUPEES);

  patal_field_set_text (self->fields[member], text);
  gtk_widget_grab_focus (GTK_WIDGET (self->fields[member]));
  typed_cb (self);
}

static void
total_offer_cb (PatalWorkForm *self)
{
  take_amount (self, PATAL_MEMBER_TOTAL, patal_work_sum (&self->typed.sanctioned));
}

static void
spent_offer_cb (PatalWorkForm *self)
{
  take_amount (self, PATAL_MEMBER_SPENT_TOTAL, patal_work_sum (&self->typed.spent));
}

static void
rate_offer_cb (PatalWorkForm *self)
{
  take_amount (self, PATAL_MEMBER_RATE, self->known_rate);
}

/* --- from the work to the fields --- */

static void
choose_scheme (PatalWorkForm *self, gint64 scheme)
{
  guint position = 0;

  for (guint i = 0; self->schemes != NULL && i < self->schemes->len; i++)
    if (((PatalScheme *) g_ptr_array_index (self->schemes, i))->id == scheme)
      position = i + 1;
  patal_choice_set_selected (self->scheme, position);
}

static void
load_schemes (PatalWorkForm *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;

  g_clear_pointer (&self->schemes, g_ptr_array_unref);
  self->schemes = patal_scheme_list (patal_document_reader (self->document), NULL);
  /* Translators: no scheme */
  g_strv_builder_add (builder, _("None"));
  for (guint i = 0; self->schemes != NULL && i < self->schemes->len; i++)
    {
      const PatalScheme *scheme = g_ptr_array_index (self->schemes, i);
      g_autofree char *name = g_strdup_printf ("%s · %s", scheme->code, patal_settings_pick (scheme->names[PATAL_LANG_HI],
                                                                                              scheme->names[PATAL_LANG_EN]));

      g_strv_builder_add (builder, name);
    }
  names = g_strv_builder_end (builder);
  patal_choice_set_names (self->scheme, (const char *const *) names);
}

static void
fill (PatalWorkForm *self)
{
  const PatalWork *work = &self->work;

  self->filling = TRUE;
  patal_record_chooser_set_record (self->gp, work->gp);
  patal_choice_set_selected (self->kind, work->kind);
  patal_choice_set_selected (self->status, work->status);
  choose_scheme (self, work->scheme);
  patal_material_list_set_materials (self->materials, work->materials);
  g_strfreev (self->shown_materials);
  self->shown_materials = patal_material_list_get_typed (self->materials);
  for (PatalWorkMember i = 0; i < PATAL_N_MEMBERS; i++)
    {
      g_autofree char *text = patal_work_member_format (i, work);

      patal_field_set_text (self->fields[i], text);
      g_free (self->shown[i]);
      self->shown[i] = g_strdup (patal_field_get_text (self->fields[i]));
    }
  patal_work_clear (&self->typed);
  patal_work_copy (&self->typed, work);
  self->filling = FALSE;
  self->valid = TRUE;
  show_fault (self, &(Fault) { 0 });
  follow (self);
  set_dirty (self, FALSE);
}

static void
scheme_changed_cb (PatalWorkForm *self, GStrv tables)
{
  const char *const *touched = (const char *const *) tables;
  gint64 chosen = chosen_scheme (self);

  if (patal_document_touches (touched, "scheme"))
    {
      load_schemes (self);
      choose_scheme (self, chosen);
    }
  if (patal_document_touches (touched, "wage_rate"))
    follow_rate (self);
}

/* --- saving --- */

static gboolean
write_work (PatalDb *db, gpointer data, GError **error)
{
  PatalWork *work = data;

  return work->id == 0 ? patal_work_insert (db, work, error) : patal_work_update (db, work, error);
}

static gpointer
save_job (PatalDb *db, gpointer data, G_GNUC_UNUSED const PatalProgress *progress, GError **error)
{
  PatalWork *work = data;
  const char *name = work->name_hi != NULL ? work->name_hi : work->name_en;
  const PatalLabel *label = work->id == 0 ? PATAL_LABEL (N_("Added {1}"), name) : PATAL_LABEL (N_("Corrected {1}"), name);

  if (!patal_db_edit (db, label, write_work, work, error))
    return NULL;
  return g_memdup2 (&work->id, sizeof work->id);
}

static void
work_free (gpointer data)
{
  patal_work_clear (data);
  g_free (data);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PatalWorkForm) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *id = patal_document_run_finish (PATAL_DOCUMENT (source), result, &error);

  if (id == NULL)
    {
      patal_document_complain (PATAL_DOCUMENT (source), error);
      typed_cb (self); /* what was typed stays, to be saved again */
      return;
    }
  g_signal_emit (self, signals[SAVED], 0, *id);
}

void
patal_work_form_save (PatalWorkForm *self)
{
  Fault at = { 0 };

  if (!self->dirty)
    return;
  if (!read_form (self, &at))
    {
      show_fault (self, &at);
      patal_work_form_focus_field (self, at.field);
      g_clear_error (&at.error);
      return;
    }
  PatalWork *typed = g_new0 (PatalWork, 1);

  patal_work_copy (typed, &self->typed);
  set_dirty (self, FALSE);
  patal_document_write_async (self->document, save_job, typed, work_free, g_free, NULL, saved_cb, g_object_ref (self));
}

void
patal_work_form_discard (PatalWorkForm *self)
{
  if (!self->dirty)
    return;
  fill (self);
  g_signal_emit (self, signals[TYPED], 0);
}

gboolean
patal_work_form_leave (PatalWorkForm *self)
{
  gboolean valid = self->valid;

  if (!self->dirty)
    return TRUE;
  patal_work_form_save (self);
  return valid;
}

/* --- the rest --- */

void
patal_work_form_set_work (PatalWorkForm *self, const PatalWork *work)
{
  PatalWork copy = { 0 };

  patal_work_copy (&copy, work);
  patal_work_clear (&self->work);
  self->work = copy;
  fill (self);
  gtk_expander_set_expanded (self->completion, patal_work_is_ended (work) || some_filled (self, PATAL_MEMBER_END, PATAL_MEMBER_SPENT_DAYS));
  gtk_expander_set_expanded (self->more, some_filled (self, PATAL_MEMBER_LAT, PATAL_MEMBER_REMARK));
}

/* What was typed over @before, put back over another. */
static void
keep_choice (PatalChoice *choice, guint typed, guint before)
{
  if (typed != before)
    patal_choice_set_selected (choice, typed);
}

void
patal_work_form_refresh (PatalWorkForm *self, const PatalWork *work)
{
  g_auto (GStrv) materials = patal_material_list_get_typed (self->materials);
  gboolean materials_typed = !g_strv_equal ((const char *const *) materials, (const char *const *) self->shown_materials);
  const PatalWork before = self->work; /* plain members only: its strings go */
  guint kind = patal_choice_get_selected (self->kind), status = patal_choice_get_selected (self->status);
  gint64 gp = patal_record_chooser_get_record (self->gp), scheme = chosen_scheme (self);
  char *typed[PATAL_N_MEMBERS] = { NULL };
  PatalWork copy = { 0 };

  for (PatalWorkMember i = 0; self->dirty && i < PATAL_N_MEMBERS; i++)
    if (g_strcmp0 (patal_field_get_text (self->fields[i]), self->shown[i]) != 0)
      typed[i] = g_strdup (patal_field_get_text (self->fields[i]));
  gboolean dirty = self->dirty;

  patal_work_copy (&copy, work);
  patal_work_clear (&self->work);
  self->work = copy;
  fill (self);
  if (dirty)
    {
      keep_choice (self->kind, kind, before.kind);
      keep_choice (self->status, status, before.status);
      if (gp != before.gp)
        patal_record_chooser_set_record (self->gp, gp);
      if (scheme != before.scheme)
        choose_scheme (self, scheme);
      if (materials_typed)
        patal_material_list_set_typed (self->materials, (const char *const *) materials);
      for (PatalWorkMember i = 0; i < PATAL_N_MEMBERS; i++)
        if (typed[i] != NULL)
          patal_field_set_text (self->fields[i], typed[i]);
    }
  typed_cb (self);
  for (PatalWorkMember i = 0; i < PATAL_N_MEMBERS; i++)
    g_free (typed[i]);
}

const PatalWork *
patal_work_form_get_work (PatalWorkForm *self)
{
  return &self->typed;
}

static void
open_group (PatalWorkForm *self, PatalWorkMember member)
{
  if (member >= PATAL_MEMBER_LAT)
    gtk_expander_set_expanded (self->more, TRUE);
  else if (member >= PATAL_MEMBER_END)
    gtk_expander_set_expanded (self->completion, TRUE);
  else if (member >= PATAL_MEMBER_BENEFICIARY && member <= PATAL_MEMBER_JOB_CARD)
    gtk_widget_set_visible (GTK_WIDGET (self->beneficiary_group), TRUE);
}

void
patal_work_form_focus_field (PatalWorkForm *self, const char *field)
{
  GtkWidget *widget = widget_of (self, field);

  if (widget == NULL)
    return;
  /* an expander that is closed has no child: where the field belongs is known by what it is */
  for (PatalWorkMember i = 0; i < PATAL_N_MEMBERS; i++)
    if (widget == GTK_WIDGET (self->fields[i]))
      open_group (self, i);
  if (!gtk_widget_grab_focus (widget)) /* a choice with its label: the focus is for what is in it */
    gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
  patal_reveal (widget);
}

gboolean
patal_work_form_focus (PatalWorkForm *self)
{
  if (gtk_widget_get_sensitive (GTK_WIDGET (self->body)))
    patal_work_form_focus_field (self, self->work.gp == 0 ? "gp" : "name_hi");
  return gtk_widget_get_sensitive (GTK_WIDGET (self->body));
}

static guint
find_id (const char *const *ids, guint n, const char *wanted)
{
  guint i = 0;

  while (i < n && g_strcmp0 (ids[i], wanted) != 0)
    i++;
  return i;
}

void
patal_work_form_set_field (PatalWorkForm *self, const char *field, const char *value)
{
  const char *const kinds[] = { patal_work_kind_id (PATAL_WORK_COMMUNITY), patal_work_kind_id (PATAL_WORK_INDIVIDUAL) };
  const char *const statuses[] = { patal_work_status_id (PATAL_WORK_SANCTIONED), patal_work_status_id (PATAL_WORK_ONGOING),
                                   patal_work_status_id (PATAL_WORK_COMPLETED), patal_work_status_id (PATAL_WORK_CLOSED) };
  GtkWidget *widget = widget_of (self, field);
  g_autoptr (GPtrArray) materials = NULL;
  guint position;

  if (widget == NULL)
    return;
  if (PATAL_IS_FIELD (widget))
    patal_field_set_text (PATAL_FIELD (widget), value);
  else if (widget == GTK_WIDGET (self->kind) && (position = find_id (kinds, G_N_ELEMENTS (kinds), value)) < G_N_ELEMENTS (kinds))
    patal_choice_set_selected (self->kind, position);
  else if (widget == GTK_WIDGET (self->status)
           && (position = find_id (statuses, G_N_ELEMENTS (statuses), value)) < G_N_ELEMENTS (statuses))
    patal_choice_set_selected (self->status, position);
  else if (widget == GTK_WIDGET (self->scheme))
    choose_scheme (self, patal_scheme_find (patal_document_reader (self->document), value, NULL));
  else if (widget == GTK_WIDGET (self->materials) && patal_materials_parse (value, &materials, NULL))
    patal_material_list_set_materials (self->materials, materials);
  patal_work_form_focus_field (self, field);
  typed_cb (self);
}

void
patal_work_form_set_editable (PatalWorkForm *self, gboolean editable)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->body), editable);
}

gboolean
patal_work_form_is_dirty (PatalWorkForm *self)
{
  return self->dirty;
}

gboolean
patal_work_form_is_valid (PatalWorkForm *self)
{
  return self->valid;
}

static void
name_choices (PatalWorkForm *self)
{
  const char *kinds[PATAL_N_WORK_KINDS + 1] = { NULL }, *statuses[PATAL_N_WORK_STATUSES + 1] = { NULL };

  for (guint i = 0; i < PATAL_N_WORK_KINDS; i++)
    kinds[i] = _(patal_work_kind_title (i));
  for (guint i = 0; i < PATAL_N_WORK_STATUSES; i++)
    statuses[i] = _(patal_work_status_title (i));
  patal_choice_set_names (self->kind, kinds);
  patal_choice_set_names (self->status, statuses);
}

GtkWidget *
patal_work_form_new (PatalDocument *document)
{
  PatalWorkForm *self = g_object_new (PATAL_TYPE_WORK_FORM, NULL);

  self->document = g_object_ref (document);
  self->gp = PATAL_RECORD_CHOOSER (patal_record_chooser_new (document, _("_Gram panchayat"), "unit"));
  adw_bin_set_child (self->gp_place, GTK_WIDGET (self->gp));
  g_signal_connect_object (self->gp, "chosen", G_CALLBACK (place_chosen_cb), self, G_CONNECT_SWAPPED);
  name_choices (self);
  load_schemes (self);
  fill (self);
  g_signal_connect_object (document, "changed", G_CALLBACK (scheme_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "drop-typed", G_CALLBACK (patal_work_form_discard), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

static gboolean
key_cb (G_GNUC_UNUSED GtkEventControllerKey *controller, guint keyval, G_GNUC_UNUSED guint keycode,
        G_GNUC_UNUSED GdkModifierType state, gpointer user_data)
{
  PatalWorkForm *self = user_data;

  if (keyval != GDK_KEY_Escape || !self->dirty)
    return GDK_EVENT_PROPAGATE;
  patal_work_form_discard (self);
  return GDK_EVENT_STOP;
}

static void
patal_work_form_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_DIRTY)
    g_value_set_boolean (value, PATAL_WORK_FORM (object)->dirty);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
patal_work_form_dispose (GObject *object)
{
  PatalWorkForm *self = PATAL_WORK_FORM (object);

  self->filling = TRUE;
  g_clear_object (&self->document);
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), PATAL_TYPE_WORK_FORM);
  G_OBJECT_CLASS (patal_work_form_parent_class)->dispose (object);
}

static void
patal_work_form_finalize (GObject *object)
{
  PatalWorkForm *self = PATAL_WORK_FORM (object);

  patal_work_clear (&self->work);
  patal_work_clear (&self->typed);
  for (PatalWorkMember i = 0; i < PATAL_N_MEMBERS; i++)
    g_free (self->shown[i]);
  g_strfreev (self->shown_materials);
  g_clear_pointer (&self->schemes, g_ptr_array_unref);
  G_OBJECT_CLASS (patal_work_form_parent_class)->finalize (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, PatalWorkForm, name)

static void
bind_children (GtkWidgetClass *widget_class)
{
  for (PatalWorkMember i = 0; i < PATAL_N_MEMBERS; i++)
    gtk_widget_class_bind_template_child_full (widget_class, patal_work_member_id (i), FALSE,
                                               G_STRUCT_OFFSET (PatalWorkForm, fields) + i * (gssize) sizeof (PatalField *));
  BIND (gp_place);
  BIND (kind);
  BIND (status);
  BIND (scheme);
  BIND (materials);
  BIND (body);
  BIND (beneficiary_group);
  BIND (completion);
  BIND (more);
  BIND (ratio);
  BIND (spent_ratio);
  BIND (rate_note);
  BIND (total_offer);
  BIND (spent_offer);
  BIND (rate_offer);
  BIND (bar);
}

static void
patal_work_form_class_init (PatalWorkFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = patal_work_form_get_property;
  object_class->dispose = patal_work_form_dispose;
  object_class->finalize = patal_work_form_finalize;
  props[PROP_DIRTY] = g_param_spec_boolean ("dirty", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[TYPED] = g_signal_new ("typed", PATAL_TYPE_WORK_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SAVED] = g_signal_new ("saved", PATAL_TYPE_WORK_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  g_type_ensure (PATAL_TYPE_FIELD);
  g_type_ensure (PATAL_TYPE_CHOICE);
  g_type_ensure (PATAL_TYPE_MATERIAL_LIST);
  g_type_ensure (PATAL_TYPE_SAVE_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/grampatal/GramPatal/ui/patal-work-form.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, total_offer_cb);
  gtk_widget_class_bind_template_callback (widget_class, spent_offer_cb);
  gtk_widget_class_bind_template_callback (widget_class, rate_offer_cb);
  gtk_widget_class_bind_template_callback (widget_class, patal_work_form_save);
  gtk_widget_class_bind_template_callback (widget_class, patal_work_form_discard);
}

static void
connect_input (PatalWorkForm *self)
{
  PatalChoice *const choices[] = { self->kind, self->scheme };

  for (PatalWorkMember i = 0; i < PATAL_N_MEMBERS; i++)
    {
      g_signal_connect_object (self->fields[i], "edited", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->fields[i], "entered", G_CALLBACK (patal_work_form_save), self, G_CONNECT_SWAPPED);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (choices); i++)
    g_signal_connect_object (choices[i], "chosen", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->status, "chosen", G_CALLBACK (status_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->materials, "edited", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->materials, "entered", G_CALLBACK (patal_work_form_save), self, G_CONNECT_SWAPPED);
}

static void
patal_work_form_init (PatalWorkForm *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  patal_work_init (&self->work);
  patal_work_init (&self->typed);
  gtk_widget_init_template (GTK_WIDGET (self));
  connect_input (self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
