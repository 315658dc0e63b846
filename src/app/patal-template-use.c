/* patal-template-use.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-template-use.h"
#include "patal-board-facts.h"
#include "patal-template-rows.h"
#include "patal-text.h"
#include <glib/gi18n.h>

struct _PatalTemplateUse
{
  AdwPreferencesGroup parent_instance;
  PatalDocument      *document;
  AdwComboRow        *rows[PATAL_N_WORK_KINDS];
  GPtrArray          *names[PATAL_N_WORK_KINDS]; /* of the templates, as they stand in the rows */
  gboolean            filling;
};

G_DEFINE_FINAL_TYPE (PatalTemplateUse, patal_template_use, ADW_TYPE_PREFERENCES_GROUP)

/* --- choosing --- */

typedef struct
{
  char    *name;
  gboolean kinds[PATAL_N_WORK_KINDS];
} Choice;

static void
choice_free (gpointer data)
{
  g_free (((Choice *) data)->name);
  g_free (data);
}

static gboolean
write_choice (PatalDb *db, gpointer data, GError **error)
{
  const Choice *choice = data;

  for (guint kind = 0; kind < PATAL_N_WORK_KINDS; kind++)
    if (choice->kinds[kind] && !patal_board_template_use (db, choice->name, kind, error))
      return FALSE;
  return TRUE;
}

static gpointer
choice_job (PatalDb *db, gpointer data, G_GNUC_UNUSED const PatalProgress *progress, GError **error)
{
  const Choice *choice = data;
  const PatalLabel *label = !choice->kinds[PATAL_WORK_INDIVIDUAL]
                              ? PATAL_LABEL (N_("Chose the template {1} for boards of community works"), choice->name)
                            : !choice->kinds[PATAL_WORK_COMMUNITY]
                              ? PATAL_LABEL (N_("Chose the template {1} for boards of individual works"), choice->name)
                              : PATAL_LABEL (N_("Chose the template {1} for all boards"), choice->name);

  return GINT_TO_POINTER (patal_db_edit (db, label, write_choice, data, error));
}

static void
chosen_cb (GObject *source, GAsyncResult *result, G_GNUC_UNUSED gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (patal_document_run_finish (PATAL_DOCUMENT (source), result, &error) == NULL)
    patal_document_complain (PATAL_DOCUMENT (source), error);
}

/* Takes @choice. */
static void
choose (PatalDocument *document, Choice *choice)
{
  patal_document_write_async (document, choice_job, choice, choice_free, NULL, NULL, chosen_cb, NULL);
}

/* --- after one was added --- */

typedef struct
{
  PatalDocument *document;
  Choice        *choice; /* (nullable): once it is taken */
} Question;

static void
question_free (gpointer data, G_GNUC_UNUSED GClosure *closure)
{
  Question *question = data;

  g_clear_pointer (&question->choice, choice_free);
  g_object_unref (question->document);
  g_free (question);
}

static void
answered_cb (G_GNUC_UNUSED AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  Question *question = user_data;

  if (g_str_equal (response, "use"))
    choose (question->document, g_steal_pointer (&question->choice));
}

/* What makes the boards of @kind now. */
static const PatalBoardTemplate *
used_for (const GPtrArray *templates, PatalWorkKind kind)
{
  for (guint i = 0; i < templates->len; i++)
    if (patal_board_template_is_used (g_ptr_array_index (templates, i), kind))
      return g_ptr_array_index (templates, i);
  return NULL;
}

/* (transfer full): a paragraph for each kind; *@choice: those that it does not make yet. */
static char *
standing_words (const GPtrArray *templates, const PatalBoardTemplate *own, Choice *choice)
{
  GString *text = g_string_new (NULL);

  for (guint kind = 0; kind < PATAL_N_WORK_KINDS; kind++)
    {
      const PatalBoardTemplate *now = used_for (templates, kind);
      g_autofree char *title = now != NULL ? patal_template_rows_title (now) : NULL;

      if (!patal_board_template_is_for (own, kind) || now == NULL)
        continue;
      choice->kinds[kind] = now != own;
      if (text->len > 0)
        g_string_append (text, "\n");
      if (now == own)
        /* Translators: "Boards of community works" */
        g_string_append_printf (text, _("%s are made by it."), patal_board_template_kind_words (kind));
      else
        /* Translators: "Boards of community works", and the title of a template */
        g_string_append_printf (text, _("%s are still made by “%s”."), patal_board_template_kind_words (kind), title);
    }
  return g_string_free (text, FALSE);
}

static void
ask (GtkWidget *asked_from, PatalDocument *document, const char *words, Choice *choice)
{
  GtkRoot *root = gtk_widget_get_root (asked_from);
  gboolean any = choice->kinds[PATAL_WORK_COMMUNITY] || choice->kinds[PATAL_WORK_INDIVIDUAL];
  Question *question = g_new (Question, 1);
  /* Translators: %s is the name of a template */
  g_autofree char *heading = g_strdup_printf (any ? _("Use “%s” From Now On?") : _("“%s” Was Added"), choice->name);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, heading, words));

  *question = (Question) { g_object_ref (document), choice };
  adw_message_dialog_add_response (dialog, "close", any ? _("_Leave As It Is") : _("_Close"));
  if (any)
    {
      adw_message_dialog_add_response (dialog, "use", _("_Use It"));
      adw_message_dialog_set_response_appearance (dialog, "use", ADW_RESPONSE_SUGGESTED);
    }
  adw_message_dialog_set_close_response (dialog, "close");
  g_signal_connect_data (dialog, "response", G_CALLBACK (answered_cb), question, question_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
patal_template_use_ask (GtkWidget *asked_from, PatalDocument *document, const char *name)
{
  g_autoptr (GPtrArray) templates = patal_board_templates (patal_document_reader (document), NULL);
  g_autofree char *clean = patal_text_clean (name); /* as it was taken in */
  const PatalBoardTemplate *own = NULL;
  g_autoptr (GPtrArray) warnings = NULL;
  g_autofree char *standing = NULL;
  g_autofree char *words = NULL;
  Choice *choice;

  for (guint i = 0; templates != NULL && i < templates->len; i++)
    if (g_strcmp0 (((PatalBoardTemplate *) g_ptr_array_index (templates, i))->name, clean) == 0)
      own = g_ptr_array_index (templates, i);
  if (own == NULL || own->template == NULL)
    return;
  choice = g_new0 (Choice, 1);
  choice->name = g_strdup (clean);
  standing = standing_words (templates, own, choice);
  warnings = patal_board_template_warnings (own->template);
  if (warnings->len > 0 || choice->kinds[PATAL_WORK_COMMUNITY] || choice->kinds[PATAL_WORK_INDIVIDUAL])
    {
      g_ptr_array_insert (warnings, 0, g_steal_pointer (&standing));
      g_ptr_array_add (warnings, NULL);
      words = g_strjoinv ("\n\n", (char **) warnings->pdata);
      ask (asked_from, document, words, choice);
    }
  else
    choice_free (choice);
}

/* --- the rows --- */

static void
selected_cb (PatalTemplateUse *self, G_GNUC_UNUSED GParamSpec *pspec, AdwComboRow *row)
{
  PatalWorkKind kind = row == self->rows[PATAL_WORK_COMMUNITY] ? PATAL_WORK_COMMUNITY : PATAL_WORK_INDIVIDUAL;
  guint selected = adw_combo_row_get_selected (row);
  Choice *choice;

  if (self->filling || selected >= self->names[kind]->len)
    return;
  choice = g_new0 (Choice, 1);
  choice->name = g_strdup (g_ptr_array_index (self->names[kind], selected));
  choice->kinds[kind] = TRUE;
  choose (self->document, choice);
}

static void
fill_row (PatalTemplateUse *self, const GPtrArray *templates, PatalWorkKind kind)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  guint selected = 0;

  g_ptr_array_set_size (self->names[kind], 0);
  for (guint i = 0; i < templates->len; i++)
    {
      const PatalBoardTemplate *template = g_ptr_array_index (templates, i);
      gboolean used = patal_board_template_is_used (template, kind);

      if (!used && !patal_board_template_is_for (template, kind))
        continue;
      if (used)
        selected = self->names[kind]->len;
      g_ptr_array_add (self->names[kind], g_strdup (template->name));
      gtk_string_list_take (titles, patal_template_rows_title (template));
    }
  self->filling = TRUE;
  adw_combo_row_set_model (self->rows[kind], G_LIST_MODEL (titles));
  adw_combo_row_set_selected (self->rows[kind], selected);
  self->filling = FALSE;
}

static void
fill (PatalTemplateUse *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) templates = patal_board_templates (patal_document_reader (self->document), &error);

  if (templates == NULL)
    patal_document_complain (self->document, error);
  for (guint kind = 0; templates != NULL && kind < PATAL_N_WORK_KINDS; kind++)
    fill_row (self, templates, kind);
}

static void
changed_cb (PatalTemplateUse *self, GStrv tables)
{
  const char *const *touched = (const char *const *) tables;

  if (patal_document_touches (touched, "board_template") || patal_document_touches (touched, "setting"))
    fill (self);
}

GtkWidget *
patal_template_use_new (PatalDocument *document)
{
  PatalTemplateUse *self = g_object_new (PATAL_TYPE_TEMPLATE_USE, NULL);

  self->document = g_object_ref (document);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("In Use"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self),
    _("Boards are made by these from now on. A first print that is kept stays as it was."));
  for (guint kind = 0; kind < PATAL_N_WORK_KINDS; kind++)
    {
      GtkWidget *row = adw_combo_row_new ();

      self->rows[kind] = ADW_COMBO_ROW (row);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), patal_board_template_kind_words (kind));
      g_signal_connect_object (row, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
    }
  g_signal_connect_object (document, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  fill (self);
  return GTK_WIDGET (self);
}

static void
patal_template_use_dispose (GObject *object)
{
  PatalTemplateUse *self = PATAL_TEMPLATE_USE (object);

  self->filling = TRUE; /* the rows change while they are taken down */
  for (guint kind = 0; kind < PATAL_N_WORK_KINDS; kind++)
    g_clear_pointer (&self->names[kind], g_ptr_array_unref);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (patal_template_use_parent_class)->dispose (object);
}

static void
patal_template_use_class_init (PatalTemplateUseClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = patal_template_use_dispose;
}

static void
patal_template_use_init (PatalTemplateUse *self)
{
  for (guint kind = 0; kind < PATAL_N_WORK_KINDS; kind++)
    self->names[kind] = g_ptr_array_new_with_free_func (g_free);
}
