/* patal-course-dialog.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-course-dialog.h"
#include "patal-course.h"
#include "patal-form-dialog.h"
#include "patal-module-card.h"
#include "patal-number.h"
#include "patal-post.h"
#include "patal-reveal.h"
#include "patal-settings.h"
#include "patal-subject.h"
#include "patal-tick-list.h"
#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  PatalCourse      course;
  PatalFormDialog *dialog;
  PatalDocument   *document;         /* borrowed from the dialog; main thread only */
  GPtrArray       *posts, *subjects; /* PatalPost, PatalSubject */
  GPtrArray       *cards;            /* PatalModuleCard, borrowed */
  GtkBox          *modules;
  PatalField      *code, *name_hi, *name_en, *least, *most, *present, *counts, *programme, *source, *remark;
  GtkDropDown     *category, *level, *mode;
  GtkCheckButton  *residential, *in_use;
  PatalTickList   *ticks;            /* of posts */
} Form;

static void
form_free (gpointer data)
{
  Form *form = data;

  patal_course_clear (&form->course);
  g_clear_pointer (&form->posts, g_ptr_array_unref);
  g_clear_pointer (&form->subjects, g_ptr_array_unref);
  g_ptr_array_unref (form->cards);
  g_free (form);
}

/* --- reading --- */

static void
take (char **into, PatalField *field)
{
  g_free (*into);
  *into = patal_field_get_value (field);
}

static gboolean
read_number (PatalField *from, const char *id, int if_empty, int *out, const char **field, GError **error)
{
  g_autofree char *typed = patal_field_get_value (from);
  gint64 n = if_empty;

  if (typed != NULL && !patal_number_parse (typed, &n, error))
    {
      *field = id;
      return FALSE;
    }
  *out = (int) CLAMP (n, -1, G_MAXINT);
  return TRUE;
}

static void
read_posts (Form *form)
{
  g_ptr_array_set_size (form->course.posts, 0);
  for (guint i = 0; i < form->posts->len; i++)
    {
      const PatalPost *post = form->posts->pdata[i];

      if (patal_tick_list_is_ticked (form->ticks, post->id))
        g_ptr_array_add (form->course.posts, g_strdup (post->code));
    }
}

static gboolean
read_modules (Form *form, GError **error)
{
  g_ptr_array_set_size (form->course.modules, 0);
  for (guint i = 0; i < form->cards->len; i++)
    {
      PatalModule *module = patal_module_card_read (form->cards->pdata[i]);

      if (module == NULL)
        return patal_value_fail (error, PATAL_VALUE_ERROR_RANGE, _("Something in a module is not right"));
      g_ptr_array_add (form->course.modules, module);
    }
  return TRUE;
}

static gboolean
read_form (G_GNUC_UNUSED PatalFormDialog *dialog, gpointer data, const char **field, GError **error)
{
  Form *form = data;
  PatalCourse *course = &form->course;

  take (&course->code, form->code);
  take (&course->names[PATAL_LANG_HI], form->name_hi);
  take (&course->names[PATAL_LANG_EN], form->name_en);
  take (&course->programme, form->programme);
  take (&course->source, form->source);
  take (&course->remark, form->remark);
  course->category = gtk_drop_down_get_selected (form->category);
  course->level = gtk_drop_down_get_selected (form->level);
  course->mode = gtk_drop_down_get_selected (form->mode);
  course->residential = gtk_check_button_get_active (form->residential);
  course->in_use = gtk_check_button_get_active (form->in_use);
  read_posts (form);
  if (!read_number (form->least, "batch_min", 0, &course->batch_min, field, error)
      || !read_number (form->most, "batch_max", 0, &course->batch_max, field, error)
      || !read_number (form->present, "present_pct", 100, &course->present_pct, field, error)
      || !read_number (form->counts, "counts_years", 0, &course->counts_years, field, error) || !read_modules (form, error))
    return FALSE;
  return patal_course_check (course, field, error);
}

/* --- writing --- */

static const char *
name_of (const PatalCourse *course)
{
  return patal_course_name (course, PATAL_LANG_HI);
}

static gboolean
write_course (PatalDb *db, gpointer data, GError **error)
{
  PatalCourse *course = &((Form *) data)->course;

  return course->id == 0 ? patal_course_insert (db, course, error) : patal_course_update (db, course, error);
}

static gboolean
remove_course (PatalDb *db, gpointer data, GError **error)
{
  return patal_course_remove (db, ((Form *) data)->course.id, error);
}

static gpointer
write_job (PatalDb *db, gpointer data, G_GNUC_UNUSED const PatalProgress *progress, GError **error)
{
  PatalCourse *course = &((Form *) data)->course;
  gint64 id = course->id;
  const PatalLabel *label = id == 0 ? PATAL_LABEL (N_("Added {1}"), name_of (course)) : PATAL_LABEL (N_("Corrected {1}"), name_of (course));
  gboolean written = patal_db_edit (db, label, write_course, data, error);

  if (!written)
    course->id = id; /* what was rolled back has none; the rest is read anew */
  return GINT_TO_POINTER (written);
}

static gpointer
remove_job (PatalDb *db, gpointer data, G_GNUC_UNUSED const PatalProgress *progress, GError **error)
{
  return GINT_TO_POINTER (patal_db_edit (db, PATAL_LABEL (N_("Removed {1}"), name_of (&((Form *) data)->course)), remove_course, data, error));
}

static const PatalFormKind course_kind = { .read = read_form, .write = write_job, .remove = remove_job };

/* --- modules --- */

static void
removed_cb (PatalModuleCard *card, Form *form)
{
  g_ptr_array_remove (form->cards, card);
  gtk_box_remove (form->modules, GTK_WIDGET (card));
  patal_form_dialog_typed (form->dialog);
}

static GtkWidget *
add_card (Form *form, const PatalModule *module)
{
  GtkWidget *card = patal_module_card_new (module, form->subjects);

  g_signal_connect (card, "removed", G_CALLBACK (removed_cb), form); /* the card goes before the form */
  g_signal_connect_object (card, "changed", G_CALLBACK (patal_form_dialog_typed), form->dialog, G_CONNECT_SWAPPED);
  g_ptr_array_add (form->cards, card);
  gtk_box_append (form->modules, card);
  return card;
}

static void
add_module_cb (Form *form)
{
  PatalModule *module = patal_module_new ();
  GtkWidget *card = add_card (form, module);

  patal_module_free (module);
  gtk_widget_child_focus (card, GTK_DIR_TAB_FORWARD);
  patal_reveal (card);
  patal_form_dialog_typed (form->dialog);
}

/* --- the dialog --- */

static void show (GtkWidget *asked_from, PatalDocument *document, PatalCourse *course);

/* Ids go: what is added is another course with other modules. */
static void
copy_cb (Form *form)
{
  g_autoptr (PatalDocument) document = g_object_ref (form->document);
  GtkWidget *parent = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (form->dialog)));
  PatalCourse copy = { 0 };

  patal_course_copy (&copy, &form->course);
  copy.id = 0;
  g_free (copy.code);
  copy.code = NULL;
  for (guint m = 0; m < copy.modules->len; m++)
    {
      PatalModule *module = copy.modules->pdata[m];

      module->id = 0;
      for (guint s = 0; s < module->sessions->len; s++)
        ((PatalSession *) module->sessions->pdata[s])->id = 0;
    }
  gtk_window_close (GTK_WINDOW (form->dialog));
  show (parent, document, &copy);
}

static GtkWidget *
heading_new (const char *title)
{
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  return label;
}

static GtkWidget *
button_new (const char *label, GCallback clicked, Form *form)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_swapped (button, "clicked", clicked, form); /* the button goes before the form */
  return button;
}

static void
add_choices (Form *form)
{
  const char *categories[PATAL_N_COURSE_CATEGORIES + 1] = { NULL }, *levels[PATAL_N_COURSE_LEVELS + 1] = { NULL }, *modes[PATAL_N_COURSE_MODES + 1] = { NULL };

  for (guint i = 0; i < PATAL_N_COURSE_CATEGORIES; i++)
    categories[i] = _(patal_course_category_title (i));
  for (guint i = 0; i < PATAL_N_COURSE_LEVELS; i++)
    levels[i] = _(patal_course_level_title (i));
  for (guint i = 0; i < PATAL_N_COURSE_MODES; i++)
    modes[i] = _(patal_course_mode_title (i));
  form->category = patal_form_dialog_add_choice (form->dialog, "category", _("C_ategory"), categories);
  patal_form_dialog_begin_pair (form->dialog);
  form->level = patal_form_dialog_add_choice (form->dialog, "level", _("_Level"), levels);
  form->mode = patal_form_dialog_add_choice (form->dialog, "mode", _("_Mode"), modes);
}

static void
add_fields (Form *form)
{
  PatalFormDialog *dialog = form->dialog;

  if (form->course.id != 0)
    patal_form_dialog_add_widget (dialog, button_new (_("Make a _Copy…"), G_CALLBACK (copy_cb), form));
  patal_form_dialog_begin_pair (dialog);
  form->code = patal_form_dialog_add_field (dialog, "code", _("Short _code"));
  form->programme = patal_form_dialog_add_text (dialog, "programme", _("_Programme"));
  patal_form_dialog_begin_pair (dialog);
  form->name_hi = patal_form_dialog_add_text (dialog, "name_hi", _("Name (_Hindi)"));
  form->name_en = patal_form_dialog_add_text (dialog, "name_en", _("Name (_English)"));
  add_choices (form);
  patal_form_dialog_add_widget (dialog, heading_new (_("For whom")));
  form->ticks = PATAL_TICK_LIST (patal_tick_list_new (_("Target posts")));
  patal_form_dialog_add_widget (dialog, GTK_WIDGET (form->ticks));
  patal_form_dialog_begin_pair (dialog);
  form->least = patal_form_dialog_add_field (dialog, "batch_min", _("People in a batch, at l_east"));
  form->most = patal_form_dialog_add_field (dialog, "batch_max", _("People in a batch, at _most"));
  patal_form_dialog_begin_pair (dialog);
  form->present = patal_form_dialog_add_field (dialog, "present_pct", _("Trained from _per cent of half-days"));
  form->counts = patal_form_dialog_add_field (dialog, "counts_years", _("Counts for _years"));
  g_object_set (form->counts, "hint", _("for good"), NULL);
  form->residential = patal_form_dialog_add_check (dialog, _("_Residential"));
  form->in_use = patal_form_dialog_add_check (dialog, _("Is still _held"));
  patal_form_dialog_add_widget (dialog, heading_new (_("Modules")));
  form->modules = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 9));
  patal_form_dialog_add_widget (dialog, GTK_WIDGET (form->modules));
  patal_form_dialog_add_widget (dialog, button_new (_("Add a M_odule"), G_CALLBACK (add_module_cb), form));
  form->source = patal_form_dialog_add_text (dialog, "source", _("_Source"));
  form->remark = patal_form_dialog_add_text (dialog, "remark", _("Re_mark"));
  g_signal_connect_object (form->ticks, "changed", G_CALLBACK (patal_form_dialog_typed), dialog, G_CONNECT_SWAPPED);
}

static void
show_number (PatalField *field, int number)
{
  g_autofree char *text = g_strdup_printf ("%d", number);

  patal_field_set_text (field, text);
}

static gboolean
is_target (const PatalCourse *course, const char *code)
{
  for (guint i = 0; i < course->posts->len; i++)
    if (g_str_equal (course->posts->pdata[i], code))
      return TRUE;
  return FALSE;
}

static void
fill (Form *form)
{
  const PatalCourse *course = &form->course;
  PatalDb *db = patal_document_reader (form->document);

  patal_field_set_text (form->code, course->code);
  patal_field_set_text (form->programme, course->programme);
  patal_field_set_text (form->name_hi, course->names[PATAL_LANG_HI]);
  patal_field_set_text (form->name_en, course->names[PATAL_LANG_EN]);
  patal_field_set_text (form->source, course->source);
  patal_field_set_text (form->remark, course->remark);
  gtk_drop_down_set_selected (form->category, course->category);
  gtk_drop_down_set_selected (form->level, course->level);
  gtk_drop_down_set_selected (form->mode, course->mode);
  gtk_check_button_set_active (form->residential, course->residential);
  gtk_check_button_set_active (form->in_use, course->in_use);
  show_number (form->least, course->batch_min);
  show_number (form->most, course->batch_max);
  show_number (form->present, course->present_pct);
  if (course->counts_years > 0)
    show_number (form->counts, course->counts_years);
  for (guint i = 0; i < form->posts->len; i++)
    {
      const PatalPost *post = form->posts->pdata[i];
      g_autofree char *name = patal_post_name (db, post->id, 0, patal_settings_lang ());

      patal_tick_list_add (form->ticks, post->id, name, NULL, is_target (course, post->code));
    }
  for (guint i = 0; i < course->modules->len; i++)
    add_card (form, course->modules->pdata[i]);
}

/* Takes what @course holds. */
static void
show (GtkWidget *asked_from, PatalDocument *document, PatalCourse *course)
{
  Form *form = g_new0 (Form, 1);
  const char *name = course->id != 0 ? patal_settings_pick (course->names[PATAL_LANG_HI], course->names[PATAL_LANG_EN]) : NULL;
  g_autoptr (GError) error = NULL;

  form->document = document;
  form->course = *course;
  memset (course, 0, sizeof *course); /* it is the form's now */
  form->cards = g_ptr_array_new ();
  form->posts = patal_posts (patal_document_reader (document), &error);
  form->subjects = form->posts != NULL ? patal_subjects (patal_document_reader (document), &error) : NULL;
  if (form->subjects == NULL)
    {
      patal_document_complain (document, error);
      form_free (form);
      return;
    }
  form->dialog = patal_form_dialog_new (asked_from, document, name != NULL ? name : _("New Course"), &course_kind, form, form_free);
  add_fields (form);
  fill (form);
  if (form->course.id != 0)
    patal_form_dialog_offer_remove (form->dialog, _("_Remove This Course"));
  patal_form_dialog_present (form->dialog);
}

void
patal_course_dialog_show (GtkWidget *asked_from, PatalDocument *document, gint64 course)
{
  PatalCourse shown = { 0 };
  g_autoptr (GError) error = NULL;

  if (course == 0)
    {
      patal_course_init (&shown);
      g_ptr_array_add (shown.modules, patal_module_new ());
    }
  else if (!patal_course_load (patal_document_reader (document), course, &shown, &error))
    {
      patal_document_complain (document, error);
      return;
    }
  show (asked_from, document, &shown);
}
