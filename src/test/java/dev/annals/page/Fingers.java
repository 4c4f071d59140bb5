package dev.annals.page;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

/** Two fingers on the screen, which may be together. */
final class Fingers {

    private static final int STEPS = 8;

    private final CDPSession session;
    private final Page page;

    Fingers(Page page) {
        this.page = page;
        this.session = page.context().newCDPSession(page);
    }

    /** Puts down both, moves each from its begin to its end, and lifts them. */
    void move(
            double x1,
            double y1,
            double x2,
            double y2,
            double toX1,
            double toY1,
            double toX2,
            double toY2) {
        boolean isOne = x1 == x2 && y1 == y2;
        for (int step = 0; step <= STEPS; step++) {
            double part = (double) step / STEPS;
            JsonArray points = new JsonArray();
            points.add(point(0, x1 + (toX1 - x1) * part, y1 + (toY1 - y1) * part));
            if (!isOne) {
                points.add(point(1, x2 + (toX2 - x2) * part, y2 + (toY2 - y2) * part));
            }
            send(step == 0 ? "touchStart" : "touchMove", points);
            page.waitForTimeout(16);
        }
        send("touchEnd", new JsonArray());
    }

    private static JsonObject point(int id, double x, double y) {
        JsonObject point = new JsonObject();
        point.addProperty("id", id);
        point.addProperty("x", x);
        point.addProperty("y", y);
        return point;
    }

    private void send(String type, JsonArray points) {
        JsonObject event = new JsonObject();
        event.addProperty("type", type);
        event.add("touchPoints", points);
        session.send("Input.dispatchTouchEvent", event);
    }
}
