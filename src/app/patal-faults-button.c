/* patal-faults-button.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-faults-button.h"
#include "patal-number.h"
#include <glib/gi18n.h>

#define LIST_WIDTH_PX 460
#define LIST_MOST_PX 380
#define TEXT_CHARS 56

struct _PatalFaultsButton
{
  AdwBin parent_instance;
  GtkMenuButton *button;
  GtkLabel *heading;
  GtkListBox *list;
  PatalBoardFaults faults;
};

G_DEFINE_FINAL_TYPE (PatalFaultsButton, patal_faults_button, ADW_TYPE_BIN)

static guint chosen_signal;

typedef struct
{
  const PatalFaultyBoard *board;
  const PatalFinding *finding; /* the gravest, where the row is of the whole board */
} Line;

static void
row_activated_cb (PatalFaultsButton *self, GtkListBoxRow *row)
{
  const Line *line = g_object_get_data (G_OBJECT (row), "line");
  gint64 work = line->board->work;
  g_autofree char *field = g_strdup (line->finding->field);

  gtk_menu_button_popdown (self->button);
  g_signal_emit (self, chosen_signal, 0, work, field);
}

static GtkWidget *
label_new (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), TEXT_CHARS);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* @title (nullable): the board's name, where there are others. @more: findings of it that are not told. */
static void
add_row (PatalFaultsButton *self, const PatalFaultyBoard *board, const PatalFinding *finding,
         const char *title, guint more)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *also
      = more > 0 ? g_strdup_printf (ngettext ("and %u more", "and %u more", more), more) : NULL;
  g_autofree char *says
      = g_strjoin (": ", title != NULL ? title : finding->text, title != NULL ? finding->text : NULL, NULL);
  Line *line = g_new (Line, 1);

  *line = (Line){ board, finding };
  if (title != NULL)
    gtk_box_append (GTK_BOX (box), label_new (title, "heading"));
  gtk_box_append (GTK_BOX (box), label_new (finding->text, NULL));
  if (also != NULL)
    gtk_box_append (GTK_BOX (box), label_new (also, "dim-label"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, says, -1);
  g_object_set_data_full (G_OBJECT (row), "line", line, g_free);
  gtk_list_box_append (self->list, row);
}

/* Of one board all its findings; of several the gravest of each. */
static void
fill (PatalFaultsButton *self, guint n_boards)
{
  const GPtrArray *worst = self->faults.worst;

  for (guint i = 0; worst != NULL && i < worst->len; i++)
    {
      const PatalFaultyBoard *board = g_ptr_array_index (worst, i);

      if (n_boards > 1)
        add_row (self, board, g_ptr_array_index (board->findings, 0), board->board, board->findings->len - 1);
      for (guint f = 0; n_boards == 1 && f < board->findings->len; f++)
        add_row (self, board, g_ptr_array_index (board->findings, f), NULL, 0);
    }
}

static void
clear (PatalFaultsButton *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  patal_board_faults_clear (&self->faults);
}

/* (transfer full) */
static char *
heading_words (const PatalBoardFaults *faults, guint n_boards)
{
  g_autofree char *faulty = patal_number_group (faults->n_boards), *all = patal_number_group (n_boards);

  if (n_boards == 1)
    return g_strdup (_ ("Press one to mend it before the board is printed"));
  if (faults->worst->len < faults->n_boards)
    /* Translators: both are numbers of boards */
    return g_strdup_printf (_ ("%s of %s boards should be looked at; these are the worst"), faulty, all);
  return g_strdup_printf (_ ("%s of %s boards should be looked at"), faulty, all);
}

void
patal_faults_button_set (PatalFaultsButton *self, PatalBoardFaults *faults, guint n_boards)
{
  g_autofree char *number = NULL, *words = NULL, *heading = NULL;

  clear (self);
  gtk_widget_set_visible (GTK_WIDGET (self), faults != NULL && faults->n_findings > 0);
  if (faults == NULL || faults->n_findings == 0)
    return;
  self->faults = *faults;
  *faults = (PatalBoardFaults){ 0 };
  number = patal_number_group (self->faults.n_findings);
  words = g_strdup_printf (ngettext ("%s thing to look at", "%s things to look at", self->faults.n_findings),
                           number);
  heading = heading_words (&self->faults, n_boards);
  gtk_menu_button_set_label (self->button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_label_set_text (self->heading, heading);
  fill (self, n_boards);
}

static void
patal_faults_button_dispose (GObject *object)
{
  PatalFaultsButton *self = PATAL_FAULTS_BUTTON (object);

  adw_bin_set_child (ADW_BIN (object), NULL);
  patal_board_faults_clear (&self->faults);
  G_OBJECT_CLASS (patal_faults_button_parent_class)->dispose (object);
}

static void
patal_faults_button_class_init (PatalFaultsButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = patal_faults_button_dispose;
  chosen_signal = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_STRING);
}

static void
patal_faults_button_init (PatalFaultsButton *self)
{
  GtkWidget *popover = gtk_popover_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6), *scroller;

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "findings");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Findings"),
                                  -1);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_SWAPPED);
  scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER,
                           "propagate-natural-height", TRUE, "max-content-height", LIST_MOST_PX,
                           "width-request", LIST_WIDTH_PX, "child", self->list, NULL);
  self->heading = GTK_LABEL (label_new ("", "caption-heading"));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->heading));
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_popover (self->button, popover);
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "warning");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->button));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
