/* patal-module-card.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-module-card.h"
#include "patal-course-row.h"
#include "patal-field.h"
#include "patal-number.h"
#include "patal-settings.h"
#include "patal-subject.h"
#include "patal-tick-list.h"
#include <glib/gi18n.h>

#define USUAL_FROM (10 * 60) /* of the first session that is added */
#define USUAL_LONG 90        /* minutes */

struct _PatalModuleCard
{
  AdwBin          parent_instance;
  gint64          id;
  PatalField     *name_hi, *name_en, *days, *team, *marks;
  GtkCheckButton *follows;
  PatalTickList  *subjects;
  GtkBox         *sessions;
  GtkExpander    *expander;
  GPtrArray      *lines; /* Line */
};

G_DEFINE_FINAL_TYPE (PatalModuleCard, patal_module_card, ADW_TYPE_BIN)

enum { CHANGED, REMOVED, N_SIGNALS };
static guint signals[N_SIGNALS];

typedef struct /* a session */
{
  PatalModuleCard *card;
  GtkWidget       *box;
  gint64           id;
  PatalField      *day, *from, *to, *topic_hi, *topic_en;
} Line;

static void
changed (PatalModuleCard *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static PatalField *
add_field (PatalModuleCard *self, GtkWidget *box, const char *label, int chars)
{
  GtkWidget *field = patal_field_new (label);

  if (chars == 0)
    gtk_widget_set_hexpand (field, TRUE);
  else
    gtk_widget_set_size_request (field, chars * 9, -1);
  g_signal_connect_object (field, "edited", G_CALLBACK (changed), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), field);
  return PATAL_FIELD (field);
}

static void
show_number (PatalField *field, int number)
{
  g_autofree char *text = g_strdup_printf ("%d", number);

  patal_field_set_text (field, text);
}

static GtkWidget *
remove_button_new (const char *words)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  return button;
}

/* --- sessions --- */

static void
show_count (PatalModuleCard *self)
{
  g_autofree char *words = g_strdup_printf (ngettext ("Session plan: %u session", "Session plan: %u sessions", self->lines->len), self->lines->len);

  gtk_expander_set_label (self->expander, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->expander), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
remove_line_cb (Line *line)
{
  PatalModuleCard *self = line->card;

  gtk_box_remove (self->sessions, line->box);
  g_ptr_array_remove (self->lines, line); /* frees it */
  gtk_widget_child_focus (GTK_WIDGET (self->expander), GTK_DIR_TAB_FORWARD);
  show_count (self);
  changed (self);
}

static void
show_minute (PatalField *field, int minute)
{
  g_autofree char *text = g_strdup_printf ("%02d:%02d", minute / 60, minute % 60);

  patal_field_set_text (field, text);
}

static Line *
add_line (PatalModuleCard *self, const PatalSession *session)
{
  Line *line = g_new0 (Line, 1);
  GtkWidget *button = remove_button_new (_("Remove this session"));

  line->card = self;
  line->id = session->id;
  line->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  line->day = add_field (self, line->box, _("Day"), 5);
  line->from = add_field (self, line->box, _("From"), 8);
  line->to = add_field (self, line->box, _("Until"), 8);
  line->topic_hi = add_field (self, line->box, _("Topic (Hindi)"), 0);
  line->topic_en = add_field (self, line->box, _("Topic (English)"), 0);
  show_number (line->day, session->day_no);
  show_minute (line->from, session->from_minute);
  show_minute (line->to, session->to_minute);
  patal_field_set_text (line->topic_hi, session->topics[PATAL_LANG_HI]);
  patal_field_set_text (line->topic_en, session->topics[PATAL_LANG_EN]);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (remove_line_cb), line); /* the button goes with the line */
  gtk_box_append (GTK_BOX (line->box), button);
  gtk_box_append (self->sessions, line->box);
  g_ptr_array_add (self->lines, line);
  show_count (self);
  return line;
}

/* The next one begins where the last one ends. */
static void
add_session_cb (PatalModuleCard *self)
{
  PatalSession next = { .day_no = 1, .from_minute = USUAL_FROM };
  gint64 day = 1;

  if (self->lines->len > 0)
    {
      const Line *last = self->lines->pdata[self->lines->len - 1];
      int minute = patal_course_row_minute (patal_field_get_text (last->to));

      if (patal_number_parse (patal_field_get_text (last->day), &day, NULL))
        next.day_no = (int) CLAMP (day, 1, PATAL_COURSE_MOST_DAYS);
      if (minute >= 0)
        next.from_minute = minute;
    }
  next.to_minute = MIN (next.from_minute + USUAL_LONG, 24 * 60);
  gtk_widget_grab_focus (GTK_WIDGET (add_line (self, &next)->topic_hi));
  changed (self);
}

/* --- reading --- */

static gboolean
read_number (PatalField *field, int if_empty, int *out)
{
  g_autofree char *typed = patal_field_get_value (field);
  g_autoptr (GError) error = NULL;
  gint64 n = if_empty;

  if (typed != NULL)
    patal_number_parse (typed, &n, &error);
  patal_field_set_error (field, error != NULL ? error->message : NULL);
  *out = (int) CLAMP (n, -1, G_MAXINT);
  return error == NULL;
}

static gboolean
read_minute (PatalField *field, int *out)
{
  *out = patal_course_row_minute (patal_field_get_text (field));
  patal_field_set_error (field, *out < 0 ? _("Write the time as 10:30") : NULL);
  return *out >= 0;
}

static gboolean
read_line (const Line *line, PatalSession *out)
{
  out->id = line->id;
  out->topics[PATAL_LANG_HI] = patal_field_get_value (line->topic_hi);
  out->topics[PATAL_LANG_EN] = patal_field_get_value (line->topic_en);
  return read_number (line->day, 1, &out->day_no) && read_minute (line->from, &out->from_minute) && read_minute (line->to, &out->to_minute);
}

static int
compare_sessions (gconstpointer a, gconstpointer b)
{
  const PatalSession *x = *(PatalSession *const *) a, *y = *(PatalSession *const *) b;

  return x->day_no != y->day_no ? x->day_no - y->day_no : x->from_minute - y->from_minute;
}

PatalModule *
patal_module_card_read (PatalModuleCard *self)
{
  PatalModule *module = patal_module_new ();
  gboolean is_right;

  module->id = self->id;
  module->names[PATAL_LANG_HI] = patal_field_get_value (self->name_hi);
  module->names[PATAL_LANG_EN] = patal_field_get_value (self->name_en);
  module->follows = gtk_check_button_get_active (self->follows);
  g_array_unref (module->subjects);
  module->subjects = patal_tick_list_get (self->subjects, TRUE);
  is_right = read_number (self->days, 1, &module->days) && read_number (self->team, 0, &module->team) && read_number (self->marks, 0, &module->marks);
  for (guint i = 0; is_right && i < self->lines->len; i++)
    {
      PatalSession *session = g_new0 (PatalSession, 1);

      g_ptr_array_add (module->sessions, session);
      is_right = read_line (self->lines->pdata[i], session);
    }
  if (is_right)
    {
      g_ptr_array_sort (module->sessions, compare_sessions);
      return module;
    }
  patal_module_free (module);
  return NULL;
}

/* --- the object --- */

static void
removed_cb (PatalModuleCard *self)
{
  g_signal_emit (self, signals[REMOVED], 0);
}

static void
add_fields (PatalModuleCard *self, GtkWidget *box)
{
  GtkWidget *names = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *sizes = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *button;

  self->name_hi = add_field (self, names, _("Module (Hindi)"), 0);
  self->name_en = add_field (self, names, _("Module (English)"), 0);
  button = remove_button_new (_("Remove this module"));
  g_signal_connect_object (button, "clicked", G_CALLBACK (removed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (names), button);
  self->days = add_field (self, sizes, _("Days"), 0);
  self->team = add_field (self, sizes, _("Trainers in a team"), 0);
  self->marks = add_field (self, sizes, _("Marks of its tests"), 0);
  g_object_set (self->marks, "hint", _("no test"), NULL);
  self->follows = GTK_CHECK_BUTTON (gtk_check_button_new_with_label (_("Comes after the module before it")));
  g_signal_connect_object (self->follows, "toggled", G_CALLBACK (changed), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), names);
  gtk_box_append (GTK_BOX (box), sizes);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->follows));
}

static void
add_sessions (PatalModuleCard *self, GtkWidget *box)
{
  GtkWidget *inner = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6), *button = gtk_button_new_with_label (_("Add a Session"));

  self->sessions = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  self->expander = GTK_EXPANDER (gtk_expander_new (NULL));
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_object (button, "clicked", G_CALLBACK (add_session_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (inner), GTK_WIDGET (self->sessions));
  gtk_box_append (GTK_BOX (inner), button);
  gtk_expander_set_child (self->expander, inner);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->expander));
}

static void
fill (PatalModuleCard *self, const PatalModule *module, const GPtrArray *subjects)
{
  self->id = module->id;
  patal_field_set_text (self->name_hi, module->names[PATAL_LANG_HI]);
  patal_field_set_text (self->name_en, module->names[PATAL_LANG_EN]);
  show_number (self->days, module->days);
  show_number (self->team, module->team);
  if (module->marks > 0)
    show_number (self->marks, module->marks);
  gtk_check_button_set_active (self->follows, module->follows);
  for (guint i = 0; i < subjects->len; i++)
    {
      const PatalSubject *subject = subjects->pdata[i];
      gboolean has = FALSE;

      for (guint s = 0; s < module->subjects->len; s++)
        has |= g_array_index (module->subjects, gint64, s) == subject->id;
      if (subject->in_use || has)
        patal_tick_list_add (self->subjects, subject->id, patal_settings_pick (subject->names[PATAL_LANG_HI], subject->names[PATAL_LANG_EN]), NULL, has);
    }
  for (guint i = 0; i < module->sessions->len; i++)
    add_line (self, module->sessions->pdata[i]);
  show_count (self);
}

GtkWidget *
patal_module_card_new (const PatalModule *module, const GPtrArray *subjects)
{
  PatalModuleCard *self = g_object_new (PATAL_TYPE_MODULE_CARD, NULL);

  fill (self, module, subjects);
  return GTK_WIDGET (self);
}

static void
patal_module_card_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  g_clear_pointer (&PATAL_MODULE_CARD (object)->lines, g_ptr_array_unref);
  G_OBJECT_CLASS (patal_module_card_parent_class)->dispose (object);
}

static void
patal_module_card_class_init (PatalModuleCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = patal_module_card_dispose;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[REMOVED] = g_signal_new ("removed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
patal_module_card_init (PatalModuleCard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6), *label = gtk_label_new (_("Subjects: who has them all can teach it"));

  self->lines = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "limit-row");
  add_fields (self, box);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (box), label);
  self->subjects = PATAL_TICK_LIST (patal_tick_list_new (_("Subjects")));
  g_signal_connect_object (self->subjects, "changed", G_CALLBACK (changed), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->subjects));
  add_sessions (self, box);
  adw_bin_set_child (ADW_BIN (self), box);
}
