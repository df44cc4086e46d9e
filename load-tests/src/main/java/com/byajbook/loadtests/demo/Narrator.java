package com.byajbook.loadtests.demo;

import com.byajbook.loadtests.client.Answer;
import com.byajbook.loadtests.client.LiveEvent;
import com.byajbook.loadtests.client.SandboxControl.Sms;
import java.io.PrintStream;

/** Tells what happens, in one voice. */
final class Narrator {
    private static final int WIDTH = 150;

    private final PrintStream out;
    private int scenes;

    Narrator(PrintStream out) {
        this.out = out;
    }

    void scene(String title) {
        scenes++;
        out.println();
        out.println(scenes + ". " + title);
    }

    void says(String words) {
        out.println("   " + words);
    }

    void sends(String request) {
        out.println("   --> " + request);
    }

    void gets(Answer answer) {
        out.println("   <-- " + answer.status() + "  " + shortened(answer.body()));
    }

    void hears(LiveEvent event) {
        out.println("   ~~> live, id " + event.id() + ", event " + event.name() + ": " + shortened(event.data()));
    }

    void reads(Sms message) {
        out.println("   [" + message.channel() + " to " + message.to() + "]  " + message.text());
    }

    int scenes() {
        return scenes;
    }

    private static String shortened(String text) {
        return text.length() <= WIDTH ? text : text.substring(0, WIDTH) + " ...";
    }
}
