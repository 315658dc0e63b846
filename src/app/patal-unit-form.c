/* patal-unit-form.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-unit-form.h"
#include "patal-degrees.h"
#include "patal-drop-down.h"
#include "patal-field.h"
#include "patal-number.h"
#include "patal-settings.h"
#include "patal-text.h"
#include "patal-unit-twin.h"
#include <glib/gi18n.h>
#include <math.h>

enum { NAME_HI, NAME_EN, LGD_CODE, POPULATION, HOUSEHOLDS, SC, ST, LAT, LON, ALIASES, REMARK, VALID_FROM, VALID_TO, N_FIELDS };
static const char *const field_ids[N_FIELDS] = { "name_hi", "name_en", "lgd_code", "population", "households", "sc", "st",
                                                 "lat", "lon", "aliases", "remark", "valid_from", "valid_to" };

struct _PatalUnitForm
{
  AdwBin          parent_instance;
  PatalField     *fields[N_FIELDS];
  GtkBox         *parent_box;
  GtkLabel       *parent_caption;
  GtkDropDown    *parent_choice;
  GtkExpander    *more;
  GtkCheckButton *pesa, *aspirational, *antyodaya;
  GtkRevealer    *bar;
  GtkButton      *save_button;
  PatalDocument  *document;
  PatalUnit       unit;      /* as loaded */
  char           *shown[N_FIELDS]; /* what the fields said before anything was typed */
  GArray         *parents;   /* gint64: what the choice offers */
  PatalLevel      parents_of; /* the level whose parents these are; PATAL_N_LEVELS: none yet */
  gboolean        parents_stale; /* the file has changed since: asked for again with the next unit */
  gboolean        filling, dirty, valid;
  GCancellable   *cancellable;
};

G_DEFINE_FINAL_TYPE (PatalUnitForm, patal_unit_form, ADW_TYPE_BIN)

enum { PROP_0, PROP_DIRTY, N_PROPS };
static GParamSpec *props[N_PROPS];
static guint saved_signal;

/* --- what is typed, as a unit --- */

typedef struct
{
  const char *field; /* the first field at fault */
  GError     *error;
} Fault;

static void
fault (Fault *at, int field, GError *error)
{
  if (at->error == NULL)
    *at = (Fault) { field_ids[field], error };
  else
    g_error_free (error);
}

static gint64
typed_count (PatalUnitForm *self, int field, Fault *at)
{
  g_autofree char *typed = patal_field_get_value (self->fields[field]);
  GError *error = NULL;
  gint64 n = -1;

  if (typed != NULL && !patal_number_parse (typed, &n, &error))
    fault (at, field, error);
  else if (typed != NULL && n < 0)
    fault (at, field, g_error_new_literal (PATAL_UNIT_ERROR, PATAL_UNIT_ERROR_PEOPLE, _("A number of people cannot be below 0")));
  return n;
}

static double
typed_degrees (PatalUnitForm *self, int field, Fault *at)
{
  g_autofree char *typed = patal_field_get_value (self->fields[field]);
  double degrees = NAN;
  GError *error = NULL;

  if (typed != NULL && !patal_degrees_parse (typed, &degrees, &error))
    fault (at, field, error);
  return degrees;
}

static PatalDay
typed_day (PatalUnitForm *self, int field, Fault *at)
{
  g_autofree char *typed = patal_field_get_value (self->fields[field]);
  PatalDay day = PATAL_DAY_NONE;
  GError *error = NULL;

  if (typed != NULL && !patal_day_parse (typed, &day, &error))
    fault (at, field, error);
  return day;
}

static GStrv
typed_aliases (PatalUnitForm *self)
{
  g_auto (GStrv) parts = g_strsplit (patal_field_get_text (self->fields[ALIASES]), ",", -1);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (char **part = parts; *part != NULL; part++)
    {
      g_autofree char *name = patal_text_clean (*part);

      if (name != NULL)
        g_strv_builder_add (names, name);
    }
  return g_strv_builder_end (names);
}

static gint64
chosen_parent (PatalUnitForm *self)
{
  guint position = gtk_drop_down_get_selected (self->parent_choice);

  if (self->parents_of != self->unit.level || position >= self->parents->len)
    return self->unit.parent;
  return g_array_index (self->parents, gint64, position);
}

static char *
typed_code (PatalUnitForm *self)
{
  g_autofree char *typed = patal_field_get_value (self->fields[LGD_CODE]);

  return typed != NULL ? patal_text_ascii_digits (typed) : NULL;
}

/* FALSE: @at says which field is at fault and why; @out holds what could be read all the same. */
static gboolean
read_form (PatalUnitForm *self, PatalUnit *out, Fault *at)
{
  double lat = typed_degrees (self, LAT, at), lon = typed_degrees (self, LON, at);

  *out = (PatalUnit) {
    .id = self->unit.id,
    .parent = chosen_parent (self),
    .level = self->unit.level,
    .name_hi = patal_field_get_value (self->fields[NAME_HI]),
    .name_en = patal_field_get_value (self->fields[NAME_EN]),
    .lgd_code = typed_code (self),
    .remark = patal_field_get_value (self->fields[REMARK]),
    .valid_from = typed_day (self, VALID_FROM, at),
    .valid_to = typed_day (self, VALID_TO, at),
    .pesa = gtk_check_button_get_active (self->pesa),
    .aspirational = gtk_check_button_get_active (self->aspirational),
    .antyodaya = gtk_check_button_get_active (self->antyodaya),
    .has_place = !isnan (lat) || !isnan (lon),
    .lat = lat,
    .lon = lon,
    .households = typed_count (self, HOUSEHOLDS, at),
    .population = typed_count (self, POPULATION, at),
    .sc = typed_count (self, SC, at),
    .st = typed_count (self, ST, at),
    .aliases = typed_aliases (self),
  };
  return at->error == NULL && patal_unit_check (out, &at->field, &at->error);
}

static gboolean
differs (const PatalUnit *a, const PatalUnit *b)
{
  return g_strcmp0 (a->name_hi, b->name_hi) != 0 || g_strcmp0 (a->name_en, b->name_en) != 0
         || g_strcmp0 (a->lgd_code, b->lgd_code) != 0 || g_strcmp0 (a->remark, b->remark) != 0 || a->parent != b->parent
         || a->valid_from != b->valid_from || a->valid_to != b->valid_to || a->pesa != b->pesa
         || a->aspirational != b->aspirational || a->antyodaya != b->antyodaya || a->has_place != b->has_place
         || (a->has_place && (!patal_degrees_same (a->lat, b->lat) || !patal_degrees_same (a->lon, b->lon)))
         || a->households != b->households
         || a->population != b->population || a->sc != b->sc || a->st != b->st
         || !g_strv_equal ((const char *const *) a->aliases, (const char *const *) b->aliases);
}

/* Also where what is typed cannot be read, and so is not in any unit. */
static gboolean
some_text_differs (PatalUnitForm *self)
{
  for (int i = 0; i < N_FIELDS; i++)
    if (g_strcmp0 (patal_field_get_text (self->fields[i]), self->shown[i]) != 0)
      return TRUE;
  return FALSE;
}

/* --- from the unit to the fields --- */

static void
show_count (PatalUnitForm *self, int field, gint64 n)
{
  g_autofree char *text = n >= 0 ? patal_number_group (n) : NULL;

  patal_field_set_text (self->fields[field], text);
}

/* As short as it reads back: what was not touched does not count as changed. */
static void
show_degrees (PatalUnitForm *self, int field, gboolean known, double degrees)
{
  g_autofree char *text = known ? patal_degrees_format (degrees) : NULL;

  patal_field_set_text (self->fields[field], text);
}

static void
show_day (PatalUnitForm *self, int field, PatalDay day)
{
  g_autofree char *text = day != PATAL_DAY_NONE ? patal_day_format (day) : NULL;

  patal_field_set_text (self->fields[field], text);
}

static void
choose_parent (PatalUnitForm *self, gint64 parent)
{
  gboolean known = self->parents_of == self->unit.level;

  gtk_widget_set_sensitive (GTK_WIDGET (self->parent_choice), known);
  for (guint i = 0; known && i < self->parents->len; i++)
    if (g_array_index (self->parents, gint64, i) == parent)
      gtk_drop_down_set_selected (self->parent_choice, i);
}

static char *
typed_words (PatalUnitForm *self)
{
  const char *name = patal_settings_lang () == PATAL_LANG_HI || self->unit.name_en == NULL ? self->unit.name_hi : NULL;

  if (self->unit.id == 0)
    return g_strdup (_("What was typed for the new place"));
  /* Translators: %s is the name of a place; what can be undone while it is not saved */
  return g_strdup_printf (_("What was typed for %s"), name != NULL ? name : self->unit.name_en);
}

static void
set_dirty (PatalUnitForm *self, gboolean dirty)
{
  g_autofree char *words = dirty ? typed_words (self) : NULL;

  gtk_revealer_set_reveal_child (self->bar, dirty);
  if (self->dirty == dirty)
    return;
  self->dirty = dirty;
  patal_document_set_typed (self->document, words);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DIRTY]);
}

static void
fill (PatalUnitForm *self)
{
  const PatalUnit *unit = &self->unit;
  g_autofree char *aliases = unit->aliases != NULL ? g_strjoinv (", ", unit->aliases) : NULL;

  self->filling = TRUE;
  patal_field_set_text (self->fields[NAME_HI], unit->name_hi);
  patal_field_set_text (self->fields[NAME_EN], unit->name_en);
  patal_field_set_text (self->fields[LGD_CODE], unit->lgd_code);
  patal_field_set_text (self->fields[REMARK], unit->remark);
  patal_field_set_text (self->fields[ALIASES], aliases);
  show_count (self, POPULATION, unit->population);
  show_count (self, HOUSEHOLDS, unit->households);
  show_count (self, SC, unit->sc);
  show_count (self, ST, unit->st);
  show_degrees (self, LAT, unit->has_place, unit->lat);
  show_degrees (self, LON, unit->has_place, unit->lon);
  show_day (self, VALID_FROM, unit->valid_from);
  show_day (self, VALID_TO, unit->valid_to);
  gtk_check_button_set_active (self->pesa, unit->pesa);
  gtk_check_button_set_active (self->aspirational, unit->aspirational);
  gtk_check_button_set_active (self->antyodaya, unit->antyodaya);
  choose_parent (self, unit->parent);
  for (int i = 0; i < N_FIELDS; i++)
    {
      g_free (self->shown[i]);
      self->shown[i] = g_strdup (patal_field_get_text (self->fields[i]));
    }
  self->filling = FALSE;
  self->valid = TRUE;
  set_dirty (self, FALSE);
}

static void
show_fault (PatalUnitForm *self, const Fault *at)
{
  for (int i = 0; i < N_FIELDS; i++)
    patal_field_set_error (self->fields[i],
                           at->error != NULL && g_strcmp0 (at->field, field_ids[i]) == 0 ? at->error->message : NULL);
}

static char *
code_taken (PatalDb *db, const PatalUnit *typed, gint64 by)
{
  PatalLang lang = patal_settings_lang ();
  g_auto (PatalUnit) other = { .population = -1 };
  g_autofree char *name = patal_unit_name (db, by, lang);
  g_autofree char *above = NULL;

  if (patal_unit_load (db, by, &other, NULL))
    above = patal_unit_name (db, other.parent, lang);
  /* Translators: a code, the place that has it, and the place in which that lies */
  return g_strdup_printf (_("Code %s already belongs to %s, %s"), typed->lgd_code, name != NULL ? name : "",
                          above != NULL ? above : "");
}

/* What may be right all the same, and is said at its field: real places share names, real files codes. */
static void
warn_of_twins (PatalUnitForm *self, const PatalUnit *typed)
{
  static const struct { int field; PatalLang lang; } names[] = { { NAME_HI, PATAL_LANG_HI }, { NAME_EN, PATAL_LANG_EN } };
  PatalDb *reader = patal_document_reader (self->document);
  gint64 twin = patal_unit_with_code (reader, typed);

  if (twin != 0 && !patal_field_has_error (self->fields[LGD_CODE]))
    {
      g_autofree char *sentence = code_taken (reader, typed, twin);

      patal_field_set_warning (self->fields[LGD_CODE], sentence);
    }
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (!patal_field_has_error (self->fields[names[i].field]) && patal_unit_with_name (reader, typed, names[i].lang) != 0)
      {
        g_autofree char *above = patal_unit_name (reader, typed->parent, patal_settings_lang ());
        /* Translators: %s is the block, or what else it lies in */
        g_autofree char *sentence = g_strdup_printf (_("Another place in %s has this name"), above != NULL ? above : "");

        patal_field_set_warning (self->fields[names[i].field], sentence);
      }
}

static void
warn_of_text (PatalUnitForm *self)
{
  static const int texts[] = { NAME_HI, NAME_EN, ALIASES, REMARK };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    patal_field_warn_of_text (self->fields[texts[i]]);
}

static void
typed_cb (PatalUnitForm *self)
{
  g_auto (PatalUnit) typed = { .population = -1 };
  Fault at = { 0 };

  if (self->filling || self->document == NULL)
    return;
  self->valid = read_form (self, &typed, &at);
  show_fault (self, &at);
  warn_of_twins (self, &typed);
  warn_of_text (self);
  set_dirty (self, differs (&typed, &self->unit) || (at.error != NULL && some_text_differs (self)));
  gtk_widget_set_sensitive (GTK_WIDGET (self->save_button), self->valid);
  g_clear_error (&at.error);
}

/* --- what the unit may lie in --- */

typedef struct
{
  PatalLevel level;
  GPtrArray *above, *second; /* PatalUnitSummary: of the level above, and of the one above that */
} Parents;

static void
parents_free (gpointer data)
{
  Parents *parents = data;

  g_clear_pointer (&parents->above, g_ptr_array_unref);
  g_clear_pointer (&parents->second, g_ptr_array_unref);
  g_free (parents);
}

static gpointer
read_parents (PatalDb *db, gpointer data, G_GNUC_UNUSED const PatalProgress *progress, GError **error)
{
  Parents *parents = g_new0 (Parents, 1);

  parents->level = GPOINTER_TO_INT (data);
  parents->above = patal_unit_summaries (db, parents->level - 1, 0, error);
  if (parents->above != NULL && parents->level >= PATAL_LEVEL_BLOCK)
    parents->second = patal_unit_summaries (db, parents->level - 2, 0, error);
  if (parents->above != NULL && (parents->second != NULL || parents->level < PATAL_LEVEL_BLOCK))
    return parents;
  parents_free (parents);
  return NULL;
}

static const char *
summary_name (const PatalUnitSummary *summary)
{
  const char *first = patal_settings_lang () == PATAL_LANG_HI ? summary->name_hi : summary->name_en;

  return first != NULL ? first : summary->name_hi != NULL ? summary->name_hi : summary->name_en;
}

static void
parents_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PatalUnitForm) self = user_data;
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GHashTable) second = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GError) error = NULL;
  Parents *parents = patal_document_run_finish (PATAL_DOCUMENT (source), result, &error);
  gint64 chosen;

  if (parents == NULL)
    {
      patal_document_complain (PATAL_DOCUMENT (source), error);
      return;
    }
  for (guint i = 0; parents->second != NULL && parents->second->len > 1 && i < parents->second->len; i++)
    g_hash_table_insert (second, &((PatalUnitSummary *) g_ptr_array_index (parents->second, i))->id,
                         g_ptr_array_index (parents->second, i));
  chosen = chosen_parent (self);
  self->filling = TRUE;
  g_array_set_size (self->parents, 0);
  for (guint i = 0; i < parents->above->len; i++)
    {
      const PatalUnitSummary *above = g_ptr_array_index (parents->above, i);
      const PatalUnitSummary *beyond = g_hash_table_lookup (second, &above->parent);
      g_autofree char *name = beyond != NULL ? g_strdup_printf ("%s, %s", summary_name (above), summary_name (beyond))
                                             : g_strdup (summary_name (above));

      g_array_append_val (self->parents, above->id);
      gtk_string_list_append (names, name);
    }
  self->parents_of = parents->level;
  gtk_drop_down_set_model (self->parent_choice, G_LIST_MODEL (names));
  choose_parent (self, chosen);
  self->filling = FALSE;
  parents_free (parents);
}

static void
load_parents (PatalUnitForm *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->parents_stale = FALSE;
  patal_document_read_async (self->document, read_parents, GINT_TO_POINTER (self->unit.level), NULL, parents_free,
                             self->cancellable, parents_read_cb, g_object_ref (self));
}

static void
changed_cb (PatalUnitForm *self, GStrv tables)
{
  if (patal_document_touches ((const char *const *) tables, "unit"))
    self->parents_stale = TRUE;
}

/* --- saving --- */

static gboolean
write_unit (PatalDb *db, gpointer data, GError **error)
{
  PatalUnit *unit = data;

  return unit->id == 0 ? patal_unit_insert (db, unit, error) : patal_unit_update (db, unit, error);
}

static gpointer
save_job (PatalDb *db, gpointer data, G_GNUC_UNUSED const PatalProgress *progress, GError **error)
{
  PatalUnit *unit = data;
  const char *name = unit->name_hi != NULL ? unit->name_hi : unit->name_en;
  const PatalLabel *label = unit->id == 0 ? PATAL_LABEL (N_("Added {1}"), name) : PATAL_LABEL (N_("Corrected {1}"), name);

  if (!patal_db_edit (db, label, write_unit, unit, error))
    return NULL;
  return g_memdup2 (&unit->id, sizeof unit->id);
}

static void
unit_free (gpointer data)
{
  patal_unit_clear (data);
  g_free (data);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PatalUnitForm) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *id = patal_document_run_finish (PATAL_DOCUMENT (source), result, &error);

  if (id == NULL)
    {
      patal_document_complain (PATAL_DOCUMENT (source), error);
      typed_cb (self); /* what was typed stays, to be saved again */
      return;
    }
  g_signal_emit (self, saved_signal, 0, *id);
}

void
patal_unit_form_save (PatalUnitForm *self)
{
  PatalUnit *typed = g_new0 (PatalUnit, 1);
  Fault at = { 0 };

  if (!self->dirty || !read_form (self, typed, &at))
    {
      show_fault (self, &at);
      for (int i = 0; i < N_FIELDS; i++)
        if (patal_field_has_error (self->fields[i]))
          {
            gtk_expander_set_expanded (self->more, gtk_expander_get_expanded (self->more) || i >= ALIASES);
            gtk_widget_grab_focus (GTK_WIDGET (self->fields[i]));
            break;
          }
      g_clear_error (&at.error);
      unit_free (typed);
      return;
    }
  set_dirty (self, FALSE);
  patal_document_write_async (self->document, save_job, typed, unit_free, g_free, NULL, saved_cb, g_object_ref (self));
}

void
patal_unit_form_discard (PatalUnitForm *self)
{
  fill (self);
}

/* --- the rest --- */

static const char *
parent_caption (PatalLevel level)
{
  static const char *const captions[PATAL_N_LEVELS] = {
    [PATAL_LEVEL_DISTRICT] = N_("State"), [PATAL_LEVEL_BLOCK] = N_("District"), [PATAL_LEVEL_GP] = N_("Block"),
    [PATAL_LEVEL_VILLAGE] = N_("Gram panchayat"),
  };

  return captions[level] != NULL ? _(captions[level]) : "";
}

void
patal_unit_form_set_unit (PatalUnitForm *self, const PatalUnit *unit)
{
  PatalUnit copy = *unit;

  copy.name_hi = g_strdup (unit->name_hi);
  copy.name_en = g_strdup (unit->name_en);
  copy.lgd_code = g_strdup (unit->lgd_code);
  copy.remark = g_strdup (unit->remark);
  copy.aliases = unit->aliases != NULL ? g_strdupv (unit->aliases) : g_new0 (char *, 1);
  patal_unit_clear (&self->unit);
  self->unit = copy;
  gtk_label_set_text (self->parent_caption, parent_caption (unit->level));
  patal_drop_down_set_name (self->parent_choice, parent_caption (unit->level));
  /* a village's panchayat is chosen by importing: a list of lakhs to choose from would help nobody */
  gtk_widget_set_visible (GTK_WIDGET (self->parent_box), unit->level != PATAL_LEVEL_STATE && unit->level != PATAL_LEVEL_VILLAGE);
  if ((self->parents_of != unit->level || self->parents_stale) && gtk_widget_get_visible (GTK_WIDGET (self->parent_box)))
    load_parents (self);
  fill (self);
}

void
patal_unit_form_refresh (PatalUnitForm *self, const PatalUnit *unit)
{
  GtkCheckButton *const checks[] = { self->pesa, self->aspirational, self->antyodaya };
  const gboolean before[] = { self->unit.pesa, self->unit.aspirational, self->unit.antyodaya };
  gint64 parent = chosen_parent (self);
  gboolean moved = parent != self->unit.parent;
  gboolean flipped[G_N_ELEMENTS (checks)];
  char *typed[N_FIELDS] = { NULL };

  if (!self->dirty)
    {
      patal_unit_form_set_unit (self, unit);
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    flipped[i] = gtk_check_button_get_active (checks[i]) != before[i];
  for (int i = 0; i < N_FIELDS; i++)
    if (g_strcmp0 (patal_field_get_text (self->fields[i]), self->shown[i]) != 0)
      typed[i] = g_strdup (patal_field_get_text (self->fields[i]));
  patal_unit_form_set_unit (self, unit);
  self->filling = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    if (flipped[i])
      gtk_check_button_set_active (checks[i], !before[i]);
  for (int i = 0; i < N_FIELDS; i++)
    if (typed[i] != NULL)
      patal_field_set_text (self->fields[i], typed[i]);
  if (moved)
    choose_parent (self, parent);
  self->filling = FALSE;
  typed_cb (self);
  for (int i = 0; i < N_FIELDS; i++)
    g_free (typed[i]);
}

void
patal_unit_form_set_editable (PatalUnitForm *self, gboolean editable)
{
  GtkWidget *fields = gtk_widget_get_parent (GTK_WIDGET (self->fields[NAME_HI]));

  gtk_widget_set_sensitive (fields, editable);
}

gboolean
patal_unit_form_is_dirty (PatalUnitForm *self)
{
  return self->dirty;
}

gboolean
patal_unit_form_is_valid (PatalUnitForm *self)
{
  return self->valid;
}

void
patal_unit_form_focus (PatalUnitForm *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->fields[NAME_HI]));
}

void
patal_unit_form_set_document (PatalUnitForm *self, PatalDocument *document)
{
  g_return_if_fail (self->document == NULL);

  self->document = g_object_ref (document);
  g_signal_connect_object (document, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "drop-typed", G_CALLBACK (patal_unit_form_discard), self, G_CONNECT_SWAPPED);
}

static gboolean
key_cb (G_GNUC_UNUSED GtkEventControllerKey *controller, guint keyval, G_GNUC_UNUSED guint keycode,
        G_GNUC_UNUSED GdkModifierType state, gpointer user_data)
{
  PatalUnitForm *self = user_data;

  if (keyval != GDK_KEY_Escape || !self->dirty)
    return GDK_EVENT_PROPAGATE;
  patal_unit_form_discard (self);
  return GDK_EVENT_STOP;
}

static void
patal_unit_form_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_DIRTY)
    g_value_set_boolean (value, PATAL_UNIT_FORM (object)->dirty);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
patal_unit_form_dispose (GObject *object)
{
  PatalUnitForm *self = PATAL_UNIT_FORM (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->document);
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), PATAL_TYPE_UNIT_FORM);
  G_OBJECT_CLASS (patal_unit_form_parent_class)->dispose (object);
}

static void
patal_unit_form_finalize (GObject *object)
{
  PatalUnitForm *self = PATAL_UNIT_FORM (object);

  patal_unit_clear (&self->unit);
  for (int i = 0; i < N_FIELDS; i++)
    g_free (self->shown[i]);
  g_array_unref (self->parents);
  G_OBJECT_CLASS (patal_unit_form_parent_class)->finalize (object);
}

static void
patal_unit_form_class_init (PatalUnitFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = patal_unit_form_get_property;
  object_class->dispose = patal_unit_form_dispose;
  object_class->finalize = patal_unit_form_finalize;
  props[PROP_DIRTY] = g_param_spec_boolean ("dirty", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  saved_signal = g_signal_new ("saved", PATAL_TYPE_UNIT_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                               G_TYPE_INT64);

  g_type_ensure (PATAL_TYPE_FIELD);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/grampatal/GramPatal/ui/patal-unit-form.ui");
  for (int i = 0; i < N_FIELDS; i++)
    gtk_widget_class_bind_template_child_full (widget_class, field_ids[i], FALSE,
                                               G_STRUCT_OFFSET (PatalUnitForm, fields) + i * (gssize) sizeof (PatalField *));
  gtk_widget_class_bind_template_child (widget_class, PatalUnitForm, parent_box);
  gtk_widget_class_bind_template_child (widget_class, PatalUnitForm, parent_caption);
  gtk_widget_class_bind_template_child (widget_class, PatalUnitForm, parent_choice);
  gtk_widget_class_bind_template_child (widget_class, PatalUnitForm, more);
  gtk_widget_class_bind_template_child (widget_class, PatalUnitForm, pesa);
  gtk_widget_class_bind_template_child (widget_class, PatalUnitForm, aspirational);
  gtk_widget_class_bind_template_child (widget_class, PatalUnitForm, antyodaya);
  gtk_widget_class_bind_template_child (widget_class, PatalUnitForm, bar);
  gtk_widget_class_bind_template_child (widget_class, PatalUnitForm, save_button);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, patal_unit_form_save);
  gtk_widget_class_bind_template_callback (widget_class, patal_unit_form_discard);
}

static void
patal_unit_form_init (PatalUnitForm *self)
{
  g_autoptr (GtkExpression) expression = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->unit = (PatalUnit) { .level = PATAL_LEVEL_GP, .population = -1 };
  self->parents = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->parents_of = PATAL_N_LEVELS;
  gtk_widget_init_template (GTK_WIDGET (self));
  for (int i = 0; i < N_FIELDS; i++)
    {
      g_signal_connect_object (self->fields[i], "edited", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->fields[i], "entered", G_CALLBACK (patal_unit_form_save), self, G_CONNECT_SWAPPED);
    }
  gtk_drop_down_set_expression (self->parent_choice, expression); /* what the search of the list looks at */
  patal_drop_down_shorten (self->parent_choice);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
